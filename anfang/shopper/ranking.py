"""Which link to try next on the way to a goal: evidence from words, place and row, combined by the weights of weights.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from anfang.shopper.entries import DATE, is_item, kind_of_box, opens_in_place
from anfang.shopper.kinds import guide_evidence
from anfang.shopper.lexicon import Lexicon, squeeze, stands
from anfang.shopper.page import Link, Node, Page
from anfang.shopper.search_record import Reason
from anfang.shopper.values import LIKELY, PART, SURE, goal_match, names_step, without_errand
from anfang.shopper.verdict import weights
from anfang.shopper.walker import Stand

SECTIONS = ("consult", "complaint", "status", "login", "scenario")
ROW_TAGS = frozenset({"li", "tr", "dl", "dd", "td", "div", "p"})
LONGEST_ROW = 70
LONGEST_CATEGORY = 8
LONGEST_NAME = 12
LEAST_SHARE = 0.3
LEAST_CATEGORIES = 3
DATE_LENGTH = 16
LEAST_NAME = 4
SHORTEST_CLUE = 3
MOST_LONGER = 2.5

Pull = tuple[float, tuple[Reason, ...]]
NOTHING: Pull = (0.0, ())
BESIDE: tuple[Reason, ...] = (("beside other categories", ""),)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A link with its pull and the reason for it."""

    stand: Stand
    link: Link
    score: float
    reasons: tuple[Reason, ...]


def guide_candidates(stand: Stand, step: str, lexicon: Lexicon, home: Stand, clues: tuple[str, ...] = ()) -> list[Candidate]:
    """The links of a stand that may lead to the step's guide, with their pull; clues are words that entries on the way bear."""
    known = {(link.text, link.href) for link in home.page.links} if stand is not home else set[tuple[str, str]]()
    found: list[Candidate] = []
    if stand.by_search or any(lexicon.has(words, "other_audience") for words in stand.path):
        return found
    for link in stand.page.links:
        pull, reasons = _pull(link, step, lexicon, stand.page, on_home_page=stand is home)
        if word := next((clue for clue in clues if _alike(clue, link.text)), ""):
            pull, reasons = max(pull, 0.0) + weights()["link"]["clue"], (("clue", word), *reasons)
        if not reasons:
            continue
        pull += _place(link, stand, on_home=(link.text, link.href) in known)
        found.append(Candidate(stand, link, pull, reasons))
    if stand is home:
        return found
    if len(guide_evidence(stand.page, lexicon, home.page)) >= weights()["guide"]["elements"]:
        # A guide of some item is no directory: only the goal's own name leads on from it.
        return [one for one in found if one.score >= weights()["link"]["goal_part"] / 2]
    return [*found, *_siblings(stand, found, known, lexicon)]


def _alike(clue: str, words: str) -> bool:
    """Whether words name what a clue names: one holds the other, and little else."""
    shorter, longer = sorted((clue, words), key=len)
    return len(shorter) >= SHORTEST_CLUE and shorter in longer and len(longer) <= len(shorter) * MOST_LONGER


def unknown_entries(stand: Stand, step: str, lexicon: Lexicon, home: Stand) -> list[Candidate]:
    """The short entries of a stand that no word explains and that are no other section, headline, item or furniture."""
    if stand.by_search:
        return []
    known = {(link.text, link.href) for link in home.page.links} if stand is not home else set[tuple[str, str]]()
    known |= _not_categories(stand.page, lexicon)
    longest = LONGEST_NAME * (1 if lexicon.lang == "zh" else 3)
    return [
        Candidate(stand, link, weights()["link"]["explore"] + _place(link, stand, on_home=False), (("unknown entry", ""),))
        for link in stand.page.links
        if 2 <= len(link.text) <= longest and (link.text, link.href) not in known
        and kind_of_box(link, stand.page, lexicon) not in ("news", "items")
        and not _pull(link, step, lexicon, stand.page, on_home_page=stand is home)[1]
    ]  # fmt: skip


def _siblings(
    stand: Stand, found: list[Candidate], known: set[tuple[str, str]], lexicon: Lexicon
) -> list[Candidate]:
    """Unknown short entries beside entries that pull: the other categories of a directory, tried when words give out."""
    pulling = {id(box) for one in found if _is_category(one) if (box := _box_of_entries(one.link, stand.page))}
    ranked = {one.link.node.index for one in found}
    known = known | _not_categories(stand.page, lexicon)
    return [
        Candidate(stand, link, weights()["link"]["sibling"] + _place(link, stand, on_home=False), BESIDE)
        for link in stand.page.links
        if not lexicon.has(link.text, "other_trades") and 2 <= len(link.text) <= LONGEST_CATEGORY and not is_item(link.text, lexicon) and link.node.index not in ranked and (link.text, link.href) not in known
        and (box := _box_of_entries(link, stand.page)) and id(box) in pulling
    ]  # fmt: skip


def _is_category(candidate: Candidate) -> bool:
    return candidate.score > 0 and candidate.reasons[0][0] in ("near", "errand", "hub", "ending")


def _not_categories(page: Page, lexicon: Lexicon) -> set[tuple[str, str]]:
    """Entries that are no categories: items of any trade, "guide" links, other sections."""
    return {
        (link.text, link.href) for link in page.links
        if lexicon.is_one_of(link.text, "guide_link") or lexicon.is_one_of(link.text, "off_limits") or _section_of(link.text, lexicon)
        or lexicon.is_one_of(link.text, "home_words") or lexicon.has(link.text, "other_audience") or any(names_step(link.text, step, lexicon) for step in lexicon.steps)
    }  # fmt: skip


def _box_of_entries(link: Link, page: Page) -> Node | None:
    """The nearest box with three or more short entries and little else, as a row of categories is."""
    for box in (*link.node.above(),)[:4]:
        entries = [other for other in page.links if 2 <= len(other.text) <= LONGEST_CATEGORY and box in other.node.above()]
        if len(entries) >= LEAST_CATEGORIES:
            words = sum(len(other.text) for other in entries)
            return box if len(page.text_of(box).replace(" ", "")) <= words * 1.5 + 6 else None
    return None


def _place(link: Link, stand: Stand, *, on_home: bool) -> float:
    pulls = weights()["link"]
    place = pulls["depth"] * stand.clicks
    place += 0 if link.shown else pulls["hidden"]
    return place + (pulls["seen_on_home"] if on_home else 0)


def _pull(link: Link, step: str, lexicon: Lexicon, page: Page, *, on_home_page: bool) -> Pull:
    pulls, text = weights()["link"], link.text
    if lexicon.is_one_of(text, "off_limits"):
        return NOTHING
    if not text:
        return _by_address(link, lexicon)
    if lexicon.is_one_of(text, "actions", "more") and text.lower() not in lexicon.weights("hubs"):
        return _by_context(link, step, lexicon, page, on_home_page=on_home_page)
    match, box = goal_match(text, step, lexicon), kind_of_box(link, page, lexicon)
    if match < SURE and _headline(link, lexicon, page, box):
        return pulls["news"], (("headline", ""),)
    if match:
        return _named(match)
    if lexicon.is_one_of(text, "guide_link") and _row_match(link, step, lexicon, page):
        return pulls["goal_in_row"], (("guide link beside the goal", ""),)
    if (entered := _into_a_directory(link, step, lexicon, page))[0] > 0:
        return entered
    if of_trade(text, step, lexicon):
        return pulls["decoy"], (("another errand of the same trade", ""),)
    if len(text) > weights()["longest_link"] or _section_of(text, lexicon) or _beside_an_item(link, lexicon, page):
        return NOTHING
    if box == "items" and is_item(text, lexicon) and not lexicon.has(text, "expand"):
        return NOTHING
    if any(text.endswith(word) and len(text) >= len(word) + LEAST_NAME for word in lexicon.words("guide_link")):
        return NOTHING  # the guide of another item (动产抵押登记办事指南)
    pull, reasons = _general(text, step, lexicon, page_is_home=on_home_page)
    if not reasons and not on_home_page and not link.href and opens_in_place(text, lexicon):
        return pulls["expand"], (("may open more", ""),)
    return pull, reasons


def _named(match: float) -> Pull:
    pulls = weights()["link"]
    if match >= LIKELY:
        return pulls["goal"] * match, (("goal", ""),)
    if match >= PART:
        return pulls["goal_part"] * match, (("goal among others", ""),)
    return pulls["goal_doubtful"], (("perhaps the goal", ""),)


def of_trade(text: str, step: str, lexicon: Lexicon) -> bool:
    """Whether a text names another errand of the goal's trade (公司注销登记, 公章遗失补刻)."""
    plain = without_errand(text, lexicon)
    if names_step(plain, step, lexicon):
        return True
    subject = lexicon.groups(step)[:1]
    return bool(subject) and any(stands(squeeze(word), squeeze(plain)) for word in subject[0]) and bool(lexicon.has(plain, "exclude"))


def _by_address(link: Link, lexicon: Lexicon) -> Pull:
    """A picture without words: what its address says."""
    if not any(node.tag in ("img", "area", "svg") for node in link.node.walk()) or not link.href:
        return NOTHING
    address = urlsplit(link.href).path.lower()
    word = next((word for word in lexicon.weights("address_words") if word in address), "")
    pulls = weights()["link"]
    return pulls["hub"] * lexicon.weights("address_words").get(word, 0) + pulls["picture"], (("picture", word),)


def _by_context(link: Link, step: str, lexicon: Lexicon, page: Page, *, on_home_page: bool) -> Pull:
    """A "more" link leads to the whole of what the words before it name (法人办事 MORE)."""
    words = page.text_before(link.node).split(" ")[-1]
    if not words:
        return NOTHING if on_home_page else (weights()["link"]["pager"], (("next page", ""),))
    if lexicon.has(words, "news"):
        return NOTHING
    match = goal_match(words, step, lexicon)
    pull, reasons = _named(match) if match else _general(words, step, lexicon, page_is_home=True)
    return (pull, (("more of", words), *reasons)) if reasons else NOTHING


def _into_a_directory(link: Link, step: str, lexicon: Lexicon, page: Page) -> Pull:
    """A "view" link beside the name of a directory (企业办事 查看); beside the name of an item it belongs to that item."""
    words = page.text_before(link.node).split(" ")[-1] if lexicon.is_one_of(link.text, "guide_link") else ""
    if not words or len(words) > LONGEST_NAME or is_item(words, lexicon):
        return NOTHING
    return _by_context(link, step, lexicon, page, on_home_page=True)


def _headline(link: Link, lexicon: Lexicon, page: Page, box: str) -> bool:
    """Reads like news: a word of announcements, a date beside it, simply long, or among others of the kind."""
    if box == "items" and is_item(link.text, lexicon):
        return False
    if box == "news" or lexicon.has(link.text, "news") or len(squeeze(link.text)) > weights()["longest_link"]:
        return True
    row = next((node for node in link.node.above() if node.tag in ROW_TAGS and len(page.text_of(node)) > len(link.text)), None)
    around = page.text_of(row) if row is not None else ""
    return len(around) <= len(link.text) + DATE_LENGTH and bool(DATE.search(around))


def _beside_an_item(link: Link, lexicon: Lexicon, page: Page) -> bool:
    """A "guide" link in a row with other words belongs to the item of its row, and says nothing of others."""
    if not lexicon.is_one_of(link.text, "guide_link"):
        return False
    row = next((node for node in link.node.above() if node.tag in ROW_TAGS), link.node)
    alone = squeeze(page.words_of(row)) == squeeze(link.text)
    return not alone or sum(other.text == link.text for other in page.links) > 1


def _row_match(link: Link, step: str, lexicon: Lexicon, page: Page) -> bool:
    """Whether the row of a "guide" or "details" link names the goal; a box with another such link is more than its row."""
    for node in link.node.above():
        text = page.text_of(node)
        if len(text) > LONGEST_ROW or sum(page.words_of(other) == link.text for other in node.walk() if other.pressable) > 1:
            return False
        if node.tag in ROW_TAGS and goal_match(text, step, lexicon) >= PART:
            return True
        if node.tag in ROW_TAGS and any(goal_match(page.words_of(other), step, lexicon) >= PART for other in node.walk() if other.pressable):
            return True
    return False


def _section_of(text: str, lexicon: Lexicon) -> bool:
    """Whether the words are those of another errand's menu entry."""
    return any(lexicon.is_one_of(text, "actions", name) for name in ("consult", "complaint", "status", "login"))


def _general(text: str, step: str, lexicon: Lexicon, *, page_is_home: bool) -> Pull:
    pulls = weights()["link"]
    if lexicon.is_one_of(text, "actions", "pager"):
        return NOTHING if page_is_home else (pulls["pager"], (("next page", ""),))
    if lexicon.has(text, "other_audience"):
        return NOTHING
    if any(goal_match(text, other, lexicon) >= LIKELY for other in lexicon.steps if other != step):
        return NOTHING
    pull, reasons = 0.0, list[Reason]()
    if word := lexicon.has(text, "steps", step, "near"):
        pull, reasons = pull + pulls["near"], [("near", word)]
    if word := lexicon.has(text, "errand"):
        pull, reasons = pull + pulls["errand"], [*reasons, ("errand", word)]
    hubs = lexicon.weights("hubs")
    word = max((hub for hub in hubs if hub.lower() in text.lower()), key=len, default="")
    if word and len(word) >= len(text) * LEAST_SHARE:
        pull, reasons = pull + pulls["hub"] * hubs[word] * (1 if len(text) <= 12 else 0.5), [*reasons, ("hub", word)]
    if not reasons and lexicon.has(text, "other_trades") and len(text) <= LONGEST_NAME:
        return pulls["far"], (("another trade", lexicon.has(text, "other_trades")),)
    if not reasons and len(text) <= LONGEST_NAME and any(text.endswith(end) for end in lexicon.words("category_endings")):
        pull, reasons = pulls["ending"], [("ending", "")]
    if word := lexicon.has(text, "exclude"):
        pull, reasons = pull + pulls["decoy"], [*reasons, ("excluded", word)]
    return pull, tuple(reasons)


def section_candidates(stand: Stand, section: str, lexicon: Lexicon) -> list[Candidate]:
    """The links of a stand that may lead to a section (consult, complaint, status, login, scenario)."""
    found: list[Candidate] = []
    if stand.by_search:
        return found
    for link in stand.page.links:
        if section == "scenario" and _is_one_item(link.text, lexicon):
            continue
        pull, reasons = _section_pull(link.text, section, lexicon)
        if reasons:
            found.append(Candidate(stand, link, pull + _place(link, stand, on_home=False), reasons))
    return found


def _is_one_item(text: str, lexicon: Lexicon) -> bool:
    """Whether a text is the name of a single step's item, not of the whole errand."""
    match = max(goal_match(text, step, lexicon) for step in lexicon.steps)
    return match == SURE or (match > 0 and not lexicon.has(text, "errand"))


def _section_pull(text: str, section: str, lexicon: Lexicon) -> Pull:
    pulls = weights()["link"]
    if not text or len(text) > weights()["headline"] + 6:
        return NOTHING
    if lexicon.is_one_of(text, "actions", section):
        return pulls["goal"], (("its name", ""),)
    word = lexicon.has(text, "actions", section)
    if word and not lexicon.denied(text, word) and len(text) <= weights()["headline"]:
        return pulls["goal_part"] * len(word) / len(text) + 5, (("word of it", word),)
    if lexicon.is_one_of(text, "section_hubs", section):
        return pulls["pager"], (("menu that may hold it", ""),)
    return NOTHING
