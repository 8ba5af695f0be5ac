"""Units: who is named in a printed sentence, in which role, and that it is printed back to the character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.regions.units import Joint, Named, Part, Registry, UnitEntry, print_units, read_units, unit_ids

COUNTY = Registry(
    units=(
        UnitEntry("emergency", "县应急管理局", ("县应急局",)),
        UnitEntry("police", "县公安局"),
        UnitEntry("water", "县水利局"),
        UnitEntry("housing", "县住房城乡建委", ("县住房城乡建设委", "县住房和城乡建设委")),
        UnitEntry("front", "县委统战部（县民族宗教委）"),
        UnitEntry("safety", "县安委会"),
    ),
    groups=(
        UnitEntry("towns", "各乡镇（街道）", ("各镇街、平台",)),
        UnitEntry("members", "县安委会成员单位"),
    ),
)
NOBODY = Registry((), ())
FRAGMENTS = (
    "县应急管理局 县公安局 县水利局 县住房和城乡建设委 县安委会 县减灾委成员单位 各乡镇（街道） 各镇街、平台 江口镇 "
    "有关单位 部门 单位 等 和 及 由 牵头 配合 协助 参与 负责 按职责分工负责 牵头单位： 责任单位： 会同 "
    "、 ， , ； 。 ： （ ） ( )"
)


def _names(sentence: str, registry: Registry = COUNTY) -> list[str]:
    return [part.text for part in read_units(sentence, registry) if isinstance(part, Named)]


def _roles(sentence: str) -> str:
    """Return the roles in short, in the order of the names: l(ead) j(oint) s(upport) g(roup)."""
    return "".join(part.role[0] for part in read_units(sentence, COUNTY) if isinstance(part, Named))


def test_a_list_is_read_into_names_and_joints() -> None:
    parts = read_units("县应急局、县民政局等按职责分工负责，各乡镇(街道)。", COUNTY)

    assert parts == (
        Named("县应急局", "emergency", "lead", "unit"),
        Joint("、"),
        Named("县民政局", None, "joint", "unknown"),
        Joint("等"),
        Joint("按职责分工负责"),
        Joint("，"),
        Named("各乡镇(街道)", "towns", "group", "group"),
        Joint("。"),
    )


@pytest.mark.parametrize(
    ("sentence", "roles"),
    [
        ("县应急管理局", "l"),
        ("县应急管理局、县公安局，县水利局", "ljj"),
        ("县应急管理局、县公安局按职责分工负责", "lj"),
        ("各乡镇（街道），县公安局", "gl"),
        ("县消防救援局，江口镇、南溪镇、其余乡镇（街道）。", "ljjg"),
        ("县应急管理局牵头，县公安局、县水利局参与", "ljj"),
        ("县应急管理局、县公安局牵头，县水利局配合", "lls"),
        ("县公安局，县应急管理局牵头", "jl"),
        ("县应急管理局，县公安局、县水利局配合", "lss"),
        ("县应急管理局牵头，配合县公安局、县水利局", "lss"),
        ("县应急管理局牵头，县公安局等部门配合", "lsg"),
        ("由县应急管理局牵头负责，县公安局协助，县水利局参与", "lsj"),
        ("牵头单位：县应急管理局；配合单位：县公安局、县水利局", "lss"),
        ("牵头单位：县应急管理局，县公安局；责任单位：县水利局", "llj"),
        ("责任单位：县应急管理局、县公安局", "lj"),
        ("配合：县公安局", "s"),
        ("县应急管理局会同县公安局和县水利局", "ljj"),
        ("各乡镇（街道）牵头，县公安局配合", "gs"),
    ],
)
def test_roles_follow_the_words_else_the_first_unit_leads(sentence: str, roles: str) -> None:
    assert _roles(sentence) == roles


@pytest.mark.parametrize(
    "group",
    [
        "各镇街",
        "各县（市、区）人民政府",
        "各市州",
        "各旗县区",
        "各乡镇人民政府",
        "其余乡镇（街道）",
        "有关单位",
        "有关镇街",
        "区级有关行业部门",
        "市直有关单位",
        "省直各单位",
        "有关县级部门",
        "县级各部门（单位）",
        "县级综合行政执法部门",
        "区安委会各成员单位",
        "区安委会有关成员单位",
        "负有消防安全监管职责的部门",
        "街道办事处",
    ],
)
def test_a_group_is_known_by_its_grammar(group: str) -> None:
    assert read_units(group, NOBODY) == (Named(group, None, "group", "group"),)


@pytest.mark.parametrize(
    "unit",
    [
        "省应急管理厅",
        "市发展和改革委员会",
        "自治州公安局",
        "旗农牧局",
        "江津海事处",
        "市邮政管理六分局",
        "县住房和城乡建设委",
        "清水土家族乡",
        "区公安局（区公安交巡警支队）",
        "区委政法委(护路办)",
        "高等学校管理局",
        "工业园区管委会",
        "县安委会办公室",
    ],
)
def test_a_name_nobody_knows_is_kept_whole(unit: str) -> None:
    assert read_units(unit, NOBODY) == (Named(unit, None, "lead", "unknown"),)


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("县公安局和各乡镇（街道）", ["县公安局", "各乡镇（街道）"]),
        ("县公安局及县住房和城乡建设委", ["县公安局", "县住房和城乡建设委"]),
        ("县水利局等单位，有关镇街", ["县水利局", "单位", "有关镇街"]),
        ("县水利局等有关部门", ["县水利局", "有关部门"]),
        ("县民政局、县红十字会等社会应急力量管理部门", ["县民政局", "县红十字会", "社会应急力量管理部门"]),
        ("县水利局等县防减救灾委成员单位", ["县水利局", "县防减救灾委成员单位"]),
        ("县公安局,各镇街、平台", ["县公安局", "各镇街、平台"]),
        ("县公安局 县水利局", ["县公安局", "县水利局"]),
        ("各县（市、区）、市直有关单位", ["各县（市、区）", "市直有关单位"]),
        ("各牵头单位、配合单位", ["各牵头单位", "配合单位"]),
    ],
)
def test_names_end_where_a_joint_begins(sentence: str, names: list[str]) -> None:
    assert _names(sentence) == names


def test_a_name_inside_a_longer_name_is_not_matched() -> None:
    parts = read_units("县公安局交巡警大队、县公安局", COUNTY)

    assert unit_ids(parts) == ("police",)
    assert parts[0] == Named("县公安局交巡警大队", None, "lead", "unknown")


def test_brackets_stay_with_their_name_and_may_be_left_out() -> None:
    parts = read_units("县公安局（县交巡警大队）、县委统战部(县民族宗教委)", COUNTY)

    assert unit_ids(parts) == ("police", "front")


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("县安委会、县防减救灾委成员单位", ["group", "group"]),
        ("区安委会、区减灾委、区消安委会各成员单位", ["group", "group", "group"]),
        ("县安委会，县消防救援局", ["unit", "unknown"]),
        ("县公安局、县安委会成员单位", ["unit", "group"]),
        ("市发展和改革委员会、市安委会成员单位", ["unknown", "group"]),
        ("工业园区管委会、县安委会成员单位", ["unknown", "group"]),
    ],
)
def test_bodies_before_member_units_share_the_words(sentence: str, kinds: list[str]) -> None:
    assert [part.kind for part in read_units(sentence, COUNTY) if isinstance(part, Named)] == kinds


def test_ids_are_listed_once_in_the_order_of_the_names() -> None:
    parts = read_units("县水利局、县应急局、县水利局、县民政局，各乡镇（街道）", COUNTY)

    assert unit_ids(parts) == ("water", "emergency", "towns")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("县应急管理局", ("emergency", "unit")),
        ("县应急局", ("emergency", "unit")),
        ("各乡镇(街道)", ("towns", "group")),
        ("应急管理局", None),
        ("", None),
    ],
)
def test_the_registry_finds_names_and_aliases(text: str, found: tuple[str, str] | None) -> None:
    assert COUNTY.find(text) == found


def test_an_entry_without_a_name_is_never_found() -> None:
    registry = Registry((UnitEntry("nameless", ""),), ())

    assert unit_ids(read_units("（县公安局）", registry)) == ()


def test_parts_made_by_hand_are_printed_too() -> None:
    parts: list[Part] = [Named("县公安局", "police", "lead", "unit"), Joint("。")]

    assert print_units(parts) == "县公安局。"


@given(st.text())
def test_any_text_is_printed_back_to_the_character(sentence: str) -> None:
    assert print_units(read_units(sentence, COUNTY)) == sentence


@given(st.lists(st.sampled_from([*FRAGMENTS.split(), " ", "\u3000", "\n"]), max_size=12).map("".join))
def test_a_sentence_is_printed_back_and_has_at_most_one_lead_by_default(sentence: str) -> None:
    parts = read_units(sentence, COUNTY)
    leads = [part for part in parts if isinstance(part, Named) and part.role == "lead"]

    assert print_units(parts) == sentence
    assert len(leads) <= 1 or "牵头" in sentence
