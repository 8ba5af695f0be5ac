"""Policy explanations of every make as plans without a notice."""

from __future__ import annotations

import pytest

from generator.importers import from_text
from generator.importers.audit import audit
from generator.importers.explained import explanation
from generator.importers.ids import Ids
from generator.importers.ledger import Ledger
from generator.importers.outline import Outline, Paragraph
from generator.importers.recognise import recognise
from generator.importers.scribe import Scribe
from tests.importers.corpus import corpus
from tests.importers.made import table
from tests.importers.told import Told, titles, told

_USUAL = """首页 > 政务公开 > 政策解读
《青禾县2025年河湖管护工作要点》政策解读
近日，县政府办公室印发了《青禾县2025年河湖管护工作要点》，现解读如下：
一、起草背景
去年河湖水质稳中有升。
按照全市部署，制定本要点。
二、起草过程
县水利局起草初稿，两次征求意见。
三、主要内容
《要点》分2个部分，共5项任务。
（一）守住水质底线。围绕重点断面管护。
1.排查入河排口；
2.清理河道垃圾；
3.实施河道清淤。全年清淤12公里。
（二）提升管护能力。
1.配齐巡河人员；
2.建设智慧河湖平台。
四、保障措施
（一）加强领导。各乡镇落实责任。
（二）强化考核。年底通报结果。
五、名词解释
断面：取水样的地方。
六、解读机关
解读机关：青禾县水利局，联系电话：0000-1234567
青禾县水利局
2025年3月18日
"""

_BRACKETED = """关于《云栖区2026年养老服务工作要点》的解读
【出台背景】
区里老人占两成。
【目的意义】
让老人安心。
【主要内容】
一、办好食堂方面，一是新建食堂8个；二是给老人送餐，每天两顿；三是公布菜价。通过以上举措，吃饭不再难。
二、加强照护方面，一是培训护理员；二是开设家庭床位。
【特色亮点】
第一次提出家庭床位。
"""

_SENTENCES = """白鹭市2024年粮食安全工作要点解读
一、为什么要制定《要点》？
（一）形势所需。粮价有波动。
（二）上级要求。省里作了部署。
二、目的意义：守住饭碗。
三、《要点》有哪些主要内容？
《要点》共3项任务。一是扩大种植面积。全市扩种5万亩。推广良种。二是管好储备，按季轮换。三是节约用粮。机关食堂带头。
"""

_PICTURE = """一图读懂《松岭县2025年消防工作要点》
为什么出台
火灾多发生在老旧小区。
做什么
改造老旧线路
给120个小区换线，年底前完成。
建设微型消防站
每个社区1个，配齐器材。
"""

_UNTITLED = """一、制定背景和依据
根据《河东市2025年交通工作要点》，结合临溪县实际，制定本要点。
二、重点任务
第一，修好农村公路。改造80公里，
三年完成。
第二，新增公交线路。
第三，治理超载车辆。
"""

_AREAS_ONLY = """《柳川县2025年就业工作要点》图文解读
《要点》明确了两个方面的工作。
一、稳住岗位
（一）减税降费
落实减税政策。
（二）以工代训
补贴培训企业。
二、培训技能
（一）开办夜校
每乡镇一所。
（二）颁发证书
统一考评。
"""

_QUESTIONS = """关于《红枫县2025年教育工作要点》的政策解读
问：为什么要制定《要点》？
答：学位紧张。
问：《要点》有哪些主要内容？
答：一是新建学校；二是招聘教师。
问：何时施行？
答：自发布之日起。
"""

_BROKEN_TITLE = """《松岭县2025年安全生产、防灾减灾
救灾工作要点》政策解读
一、《要点》出台的背景
为做好工作，制定《要点》。
二、《要点》制定的主要依据
1.《松岭县应急预案》；
三、《要点》的主要内容
（一）总体要求。坚持人民至上。
（二）重点任务。共提出两项任务。
1.压实责任。一是明确清单。二是严格考核。
2.排查隐患。每季度排查1次。
四、下一步工作
县应急局将抓好落实。
"""

_ALL = (_USUAL, _BRACKETED, _SENTENCES, _PICTURE, _UNTITLED, _AREAS_ONLY, _QUESTIONS, _BROKEN_TITLE)


@pytest.mark.parametrize("text", _ALL)
def test_an_explanation_makes_a_plan_without_a_notice_and_loses_nothing(text: str) -> None:
    found = told(text)

    assert found.unplaced == []
    assert "notice" not in found.tree
    assert "explanation" in found.tree


@pytest.mark.parametrize(
    ("text", "counts"),
    [*zip(_ALL, [(3, 5), (2, 5), (0, 3), (2, 0), (0, 3), (2, 4), (0, 2), (2, 2)], strict=True)],
)
def test_areas_are_sections_and_what_they_list_are_tasks(text: str, counts: tuple[int, int]) -> None:
    assert told(text).counts == counts


def test_a_published_explanation_has_its_areas_tasks_and_prose() -> None:
    found = told(corpus("000"))

    assert found.counts == (8, 48)
    assert [len(section["tasks"]) for section in found.tree["sections"]] == [5, 5, 19, 4, 6, 3, 3, 3]
    assert all(section["summary"] for section in found.tree["sections"])
    assert all(set(task) == {"id", "title"} for section in found.tree["sections"] for task in section["tasks"])
    assert list(found.tree["explanation"]) == ["background", "significance", "lead"]
    assert found.unplaced == found.aside == []
    assert found.tree["region"]["name"] == "奉节县"


# --- headings --------------------------------------------------------------------------------------------------------


def _explanation(text: str) -> dict[str, object]:
    written: dict[str, object] = told(text).tree["explanation"]
    return written


def test_prose_stands_under_the_key_that_its_heading_names() -> None:
    assert _explanation(_BRACKETED) == {
        "title": "关于《云栖区2026年养老服务工作要点》的解读",
        "background": "区里老人占两成。",
        "significance": "让老人安心。",
        "lead": "特色亮点：第一次提出家庭床位。",
    }


def test_what_has_no_key_of_its_own_keeps_its_heading_and_is_told_as_a_guess() -> None:
    found = told(_USUAL)

    assert found.tree["explanation"]["background"][-1] == "起草过程：县水利局起草初稿，两次征求意见。"
    assert found.tree["explanation"]["lead"][1:] == ["名词解释：断面：取水样的地方。", "解读机关：青禾县水利局，联系电话：0000-1234567"]
    assert [line for line, what in found.guesses.items() if "没有自己的地方" in what] == [7, 21, 23]


def test_words_before_the_first_heading_stand_before_the_background() -> None:
    assert told(_USUAL).tree["explanation"]["background"][:2] == [
        "近日，县政府办公室印发了《青禾县2025年河湖管护工作要点》，现解读如下：",
        "去年河湖水质稳中有升。",
    ]


def test_questions_are_headings_and_the_marks_of_question_and_answer_are_derived() -> None:
    assert _explanation(_QUESTIONS)["background"] == "学位紧张。"
    assert _explanation(_QUESTIONS)["lead"] == "何时施行？自发布之日起。"


def test_safeguards_hold_points_and_no_tasks() -> None:
    last = told(_USUAL).tree["sections"][-1]

    assert (last["title"], titles(last["points"])) == ("保障措施", ["加强领导", "强化考核"])


def test_a_list_beside_safeguards_is_a_section_of_its_own() -> None:
    found = told("《青禾县2025年工作要点》解读\n一、主要内容\n一是修路；二是架桥。\n二、保障措施\n一是加强领导；二是强化考核。\n")

    assert titles(found.tree["sections"]) == ["主要内容", "保障措施"]
    assert found.counts == (2, 2)


def test_lines_around_title_and_text_are_set_aside() -> None:
    assert told(_USUAL).aside == ["首页 > 政务公开 > 政策解读", "青禾县水利局", "2025年3月18日"]


# --- areas and tasks -------------------------------------------------------------------------------------------------


def test_a_task_has_a_text_of_its_own_only_where_something_follows_its_title() -> None:
    assert told(_USUAL).tree["sections"][0]["tasks"] == [
        {"id": "pai_cha_ru_he_pai_kou", "title": "排查入河排口"},
        {"id": "qing_li_he_dao_la_ji", "title": "清理河道垃圾"},
        {"id": "shi_shi_he_dao_qing_yu", "title": "实施河道清淤", "text": "全年清淤12公里。"},
    ]


def test_no_title_is_made_up_for_a_task_of_one_sentence_with_a_comma() -> None:
    assert titles(told(_SENTENCES).tree["tasks"]) == ["扩大种植面积", "（管好储备，按季轮换。）", "节约用粮"]


def test_words_before_a_list_are_the_title_of_an_area_without_one() -> None:
    found = told(_BRACKETED)

    assert titles(found.tree["sections"]) == ["办好食堂方面", "加强照护方面"]
    assert found.tree["sections"][0]["after"] == "通过以上举措，吃饭不再难。"
    assert found.guesses[7] == "以列举之前的“办好食堂方面，”为标题"


def test_short_lines_over_running_text_are_areas_where_nothing_is_numbered() -> None:
    sections = told(_PICTURE).tree["sections"]

    assert [(section["title"], section["summary"]) for section in sections] == [
        ("改造老旧线路", "给120个小区换线，年底前完成。"),
        ("建设微型消防站", "每个社区1个，配齐器材。"),
    ]


def test_parts_under_no_known_heading_are_the_areas_where_they_are_most() -> None:
    found = told("《青禾县2025年工作要点》解读\n一、压实责任\n明确清单。\n二、推进重点任务\n修路架桥。\n三、守住底线\n排查隐患。\n")

    assert titles(found.tree["sections"]) == ["压实责任", "推进重点任务", "守住底线"]


# --- whose plan it is ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "title", "region"),
    [
        (_USUAL, "青禾县2025年河湖管护工作要点", "青禾县"),
        (_BROKEN_TITLE, "松岭县2025年安全生产、防灾减灾救灾工作要点", "松岭县"),
        (_SENTENCES, "白鹭市2024年粮食安全工作要点", "白鹭市"),
        (_UNTITLED, "河东市2025年交通工作要点", "临溪县"),
    ],
)
def test_title_and_region_are_those_of_the_plan_explained(text: str, title: str, region: str) -> None:
    found = told(text)

    assert (found.tree["title"], found.tree["region"]["name"]) == (title, region)
    assert any(title in guess.what for guess in found.ledger.guesses)


def test_the_year_is_that_of_the_title() -> None:
    assert told(_BRACKETED).tree["year"] == "2026"


# --- told apart ------------------------------------------------------------------------------------------------------

_NOTICES = {
    "a notice under a site's heading": """政策解读
关于印发《红枫县2025年教育工作要点》的通知
各乡镇人民政府，县政府各部门：
现将要点印发给你们。
一、重要意义
教育重要。
二、主要内容
（一）办学校。新建2所。
红枫县人民政府
2025年3月1日
""",
    "a plan with a background": "红枫县教育发展规划\n一、编制背景\n学位紧张。\n二、主要任务\n（一）办学校。\n（二）招教师。\n",
    "a notice without recipients": "红枫县人民政府关于开展教育宣传活动的通知\n一、充分认识重要意义\n教育重要。\n二、主要内容\n宣传政策。\n",
    "an explanation before its notice": _UNTITLED + "红政发〔2025〕1号\n红枫县人民政府关于印发工作要点的通知\n现予印发。\n",
}


@pytest.mark.parametrize("text", _NOTICES.values(), ids=_NOTICES)
def test_a_notice_is_no_explanation_and_nothing_is_booked(text: str) -> None:
    ledger = Ledger()

    assert explanation.recognised(from_text.read(text.encode()).blocks, Scribe(ledger), Ids(), "来稿") is None
    assert ledger == Ledger()


@pytest.mark.parametrize("name", ["002", "003", "004"])
def test_published_notices_are_no_explanations(name: str) -> None:
    found: Told = told(corpus(name))

    assert "notice" in found.tree
    assert "explanation" not in found.tree


def test_a_table_is_one_of_the_plans() -> None:
    paragraphs = [
        Paragraph(line, text) for line, text in enumerate(("《青禾县2025年工作要点》解读", "一、主要内容", "一是修路；二是架桥。"), 1)
    ]
    outline = Outline("html", (*paragraphs, table("序号|名称|目标", "1|修路|80公里", line=4)))
    found = recognise(outline, "来稿")
    audit(outline, found.ledger)

    assert found.ledger.unplaced == []
    assert found.tree["tables"] == [
        {
            "id": "table",
            "columns": {"number": "序号", "name": "名称", "goal": "目标"},
            "items": [{"id": "xiu_lu", "name": "修路", "goal": "80公里"}],
        }
    ]
