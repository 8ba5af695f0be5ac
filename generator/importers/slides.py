def recognised(*_):
    return None
