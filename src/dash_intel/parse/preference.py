"""Tells which hypothesis a sentence calls better supported, if it plainly does."""

import re
from collections.abc import Mapping
from itertools import islice

from dash_intel.vocab.labels import folded

LONGEST = 1_000
"""Characters of a sentence or paragraph that are looked at."""
MOST_MENTIONS = 20
_LABEL = r"hypothesis\s?(?P<label>[a-z]|\d{1,2})\b\*{0,2}"
_NAME = r"\bthe\s[“\"]?(?P<name>[\w’'-]{1,30}(?:\s[\w’'-]{1,30}){0,5}?)[”\"]?\shypothesis\b"
_ASIDE = (
    r"(?:\s\([^()\n]{1,80}\)|,\s(?!hypothesis\b|but\b|while\b|whereas\b)[^,.;:\n]{1,80},"
    r"|\s[–—]\s[^–—.;\n]{1,80}\s[–—])?"
)
_DEGREE = (
    r"(?:\s(?:currently|still|now|also|thus|therefore|clearly|slightly|somewhat|marginally|overall"
    r"|considered|assessed|judged|deemed|as|to\sbe|at\spresent|much|far|the|significantly)){0,4}"
)
_BETTER = (
    r"(?:(?:better|best|more\sstrongly|most\sstrongly|more|most)[\s-]supported|stronger|preferred"
    r"|(?:more|most)\s(?:likely|plausible|credible|probable|consistent)|favou?red)"
)
_SUPPORT = (
    r"(?:has|receives|enjoys|finds|draws)\s(?:the\s)?(?:stronger|strongest|more|most|better"
    r"|greater)\s(?:\w{1,20}\s)?support"
)
_KIND = r"(?:\s(?:explanation|hypothesis|interpretation|scenario|account|reading|one)\b)?"
_RIVAL = (
    r"(?:(?:the\s)?hypothesis|the\s(?:other|alternative|rival|first|second)|its|(?-i:[A-Z0-9]\b))"
)
_STOPS = r"\s{0,2}(?:[.,;:()\]*–—]|$)"
_ENDS = (
    rf"(?={_STOPS}|\s(?:because|since|given|due|by|owing|based|from|under|overall|now|although"
    r"|though|but|and|while|whereas|with|at\s(?:present|this|the)|in\s(?:light|view)|of\sthe\stwo"
    r"|on\s(?:the|current|present|balance|available)|for\s(?:the|this|these|two|three)"
    rf"|to\sbe\s(?:true|correct|right|accurate|valid))\b|\sas\s(?!an?\b)|\sthan\s{_RIVAL})"
)
_IS = rf"\s(?:(?:is|remains|appears|seems|looks){_DEGREE}\s{_BETTER}{_KIND}|{_SUPPORT}){_ENDS}"
_EVIDENCE = (
    r"\b(?:the|all|available|current|most|this)\s(?:\w{1,20}\s){0,2}(?:evidence|data|indicators)"
    r"(?:\s(?:currently|still|now|clearly|overall|more\sstrongly|better|best|strongly)){0,2}"
    r"\s(?:favou?rs?|supports?|prefers?)\s"
)
_OVER = rf"(?={_STOPS}|\s(?:because|since|given|due|over|more\sthan|rather\sthan)\b)"
_PLAIN = tuple(
    re.compile(pattern, re.IGNORECASE)
    for one in (_LABEL, _NAME)
    for pattern in (rf"{one}{_ASIDE}{_IS}", rf"{_EVIDENCE}{one}{_OVER}")
)
_COMPARED = rf"\b(?:{_BETTER}|{_SUPPORT}|(?:favou?r|prefer|support|fit)s?)\b"
_CONCLUDES = re.compile(
    rf"\b(?:both|neither|either|the\stwo|hypotheses)\b"
    rf"|\bhypothesis\b[^.;]{{0,120}}?{_COMPARED}|\b(?:favou?r|prefer|support)s?\shypothesis\b",
    re.IGNORECASE,
)
_TELL = (
    r"(?:says?|said|claim(?:s|ed)?|argue[sd]?|assert(?:s|ed)?|allege[sd]?|insist(?:s|ed)?"
    r"|contends?)"
)
_CONCEDED = re.compile(r"\W{0,4}(?:although|though|even|while|despite|whereas)\b", re.IGNORECASE)
_REPORTED = re.compile(rf"\W{{0,4}}(?:[\w’'-]{{1,30}}\s){{1,4}}{_TELL}\b", re.IGNORECASE)
_TOLD_AFTER = re.compile(
    rf"\baccording\sto\b|,\s(?:[\w’'-]{{1,30}}\s){{1,4}}{_TELL}\W{{0,4}}$"
    r"|^[^,.;]{0,80}\b(?:if|unless|provided|assuming)\b|^,\s(?:if|unless|provided|assuming)\b",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(
    r"\b(?:if|unless|until|should|provided|assuming|whether|according\sto|unlikely|unclear"
    r"|doubtful|debatable|disputed|premature|false|wrong|question\w{0,6})\b|^\W{0,4}(?:were|had)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    rf"\b(?:not|no|nor|never|neither|cannot|hardly|less|would|could|may|might|{_TELL}|claiming"
    r"|supporters|critics|some|rumou?rs?|officials|(?<!we\s)believe[sd]?)\b|n['’]t\b",
    re.IGNORECASE,
)
_TOLD_BEFORE = re.compile(rf"\b{_TELL}\b", re.IGNORECASE)
_OBJECT = re.compile(
    r"\b(?:against|for|of|to|with|under|over|than|in|from|behind|about|by|on|between|unlike|or|nor"
    r"|either|neither|refut\w{1,4}|reject\w{0,4}|hypothesis\s\w{1,2}\sand)\s\W{0,3}$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;:–—]\s|\s(?:but|while|whereas|so|because)\s")
_OPENING = re.compile(
    r"\W{0,4}(?:based\son|overall|on\sbalance|in\ssum|taken\stogether|at\spresent|currently"
    r"|compared\s(?:with|to)|(?:the\s)?(?:(?:available|current)\s)?evidence)\b",
    re.IGNORECASE,
)
_MENTION = re.compile(r"\bhypothesis\s?([a-z]|\d{1,2})\b", re.IGNORECASE)


def preferred(sentence: str, names: Mapping[str, str]) -> set[str]:
    """Return the labels of the hypotheses that ``sentence`` says are better supported now.

    ``names`` maps every folded name of a hypothesis to its label. What is denied, supposed or
    reported of others says nothing.
    """
    found: set[str] = set()
    if len(sentence) > LONGEST:
        return found
    for pattern in _PLAIN:
        for match in islice(pattern.finditer(sentence), MOST_MENTIONS):
            groups = match.groupdict()
            label = names.get(folded(groups.get("label") or groups.get("name") or ""))
            if label is not None and _is_said(sentence, match):
                found.add(label)
    return found


def compares(sentence: str, names: Mapping[str, str]) -> bool:
    """Tell whether ``sentence`` speaks of two hypotheses and of support."""
    if len(sentence) > LONGEST or not re.search(_COMPARED, sentence, re.IGNORECASE):
        return False
    mentioned = {match[1].upper() for match in _MENTION.finditer(sentence)}
    alone = re.findall(r"\b([A-Z]|\d{1,2})\s(?:is|was|remains|has|now|fits)\b", sentence)
    return len((mentioned | set(alone)) & set(names.values())) > 1


def opens_conclusion(sentence: str) -> bool:
    """Tell whether ``sentence`` begins as a conclusion does, not as a description."""
    if _OPENING.match(sentence):
        return True
    lead = len(sentence) - len(sentence.lstrip("*_ "))
    return any(pattern.match(sentence, lead) for pattern in _PLAIN)


def concludes(paragraph: str) -> bool:
    """Tell whether ``paragraph`` weighs the hypotheses, rather than describing one."""
    return _CONCLUDES.search(paragraph[:LONGEST]) is not None


def is_reported(paragraph: str) -> bool:
    """Tell whether ``paragraph`` gives what others say."""
    words = paragraph[:LONGEST]
    return _REPORTED.match(words) is not None and _CONCEDED.match(words) is None


def _is_said(sentence: str, match: re.Match[str]) -> bool:
    before, after = sentence[: match.start()], sentence[match.end() :]
    if _OBJECT.search(before[-60:]) or _SUPPOSED.search(before) or _TOLD_AFTER.search(after):
        return False
    cuts = [0, *(cut.end() for cut in _CLAUSE.finditer(before))]
    if _DENIED.search(before[cuts[-1] :]):
        return False
    if before[cuts[-1] :].strip() or len(cuts) == 1:
        return True
    last = before[cuts[-2] :]
    return _CONCEDED.match(last) is not None or _TOLD_BEFORE.search(last) is None
