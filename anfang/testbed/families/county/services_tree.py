"""The service columns: all guides, companies, citizens, topics with finer columns, offices; and the guides in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from anfang.testbed.facts import PortalFacts, StepFacts
from anfang.testbed.families.county.articles import Article
from anfang.testbed.families.county.catalogue import guide_of
from anfang.testbed.families.county.columns import Column
from anfang.testbed.families.county.dice import Dice
from anfang.testbed.families.county.library import Library
from anfang.testbed.families.county.places import Seat, Seating, seat
from anfang.testbed.families.county.services import SERVICES, Service
from anfang.testbed.families.county.topics import TOPICS, Topic
from anfang.testbed.families.county.words import Words

_SUFFIXES = ("办事指南", "服务指南", "办理指南", "", "（办事指南）")


class ServiceTree:
    """Builds the columns, lists the other services in them and seats the guides between these."""

    def __init__(self, facts: PortalFacts, library: Library, dice: Dice, words: Words) -> None:
        self.facts, self.library, self.dice, self.words = facts, library, dice, words
        self.hub = library.column(words["nav_service"], "hub")
        # A menu of the home page names this column too, so that it lies as near as the hub.
        self.all = library.column(words["all_guides"], "service", self.hub, 12)
        self.groups = {key: library.column(words[key], "service", self.hub, 10) for key in ("business", "person")}
        self.offices = library.column(words["offices"], "hub", self.hub)
        self.of_topic: dict[str, Column] = {}
        self.finer: dict[str, Column] = {}
        self.finest: dict[str, Column] = {}
        self.office: dict[str, Column] = {}
        self.office_of: dict[str, Column] = {}
        self.others: list[Article] = []
        self.guides: dict[str, Article] = {}
        self._build()

    def title(self, name: str) -> str:
        return name + self.dice.pick(("suffix", name), _SUFFIXES)

    def _build(self) -> None:
        seats = {step.step: seat(step, self.facts, self.dice) for step in self.facts.guides}
        self._offices(seats)
        for key, topic in TOPICS.items():
            self._topic(key, topic)
        for column in [one for top in (self.all, *self.hub.children) for one in top.below()]:
            column.articles.sort(key=lambda article: article.day, reverse=True)
        self._seat(seats)

    def _offices(self, seats: Mapping[str, Seat | None]) -> None:
        """An office for each topic: the one that a guide names where the guide stands in its list."""
        for key, topic in TOPICS.items():
            name = topic.bureau.format(city=self.facts.name)
            place = seats.get(key)
            if place and place[0] == "office":
                name = self.facts.steps[key].authority or name
            if name not in self.office:
                self.office[name] = self.library.column(name, "service", self.offices, 5)
            self.office_of[key] = self.office[name]

    def _topic(self, key: str, topic: Topic) -> None:
        group = self.groups["business" if topic.business else "person"]
        column = self.of_topic[key] = self.library.column(self.dice.pick(("topic", key), topic.names), "service", group, 5)
        beside: list[Column] = []
        beside_finest: list[Column] = []
        if topic.finer:
            finer, finest = (self.dice.pick((key, names), names) for names in topic.finer)
            self.finer[key] = self.library.column(finer, "service", column, 4)
            beside = [self.library.column(name, "service", column, 4) for name in topic.beside]
            self.finest[key] = self.library.column(finest, "service", self.finer[key], 4)
            beside_finest = [self.library.column(name, "service", self.finer[key], 4) for name in topic.beside_finest]
        days = self.library.days(key, len(SERVICES[key]), 600)
        mixed = self.dice.shuffled(("services", key), SERVICES[key])
        for n, (service, day) in enumerate(zip(mixed, days, strict=True)):
            article = self._other(service, topic, day)
            for shelf in (self.all, group, self.office_of[key], *self._shelves(service, key, beside, beside_finest, n)):
                shelf.articles.append(article)

    def _other(self, service: Service, topic: Topic, day: date) -> Article:
        guide = guide_of(service, topic.bureau, self.facts, self.dice)
        # Its path names the list of all guides: the home page leads to some of them, and must not lead on to a topic.
        article = self.library.article(self.all, self.title(service.name), day, guide=guide)
        self.others.append(article)
        return article

    def _shelves(
        self, service: Service, key: str, beside: list[Column], beside_finest: list[Column], n: int
    ) -> list[Column]:
        """The topic's column and the finer ones that list a service."""
        if service.reach == "finest":
            return [self.of_topic[key], self.finer[key], self.finest[key]]
        if service.reach == "finer":
            return [self.of_topic[key], self.finer[key], beside_finest[n % len(beside_finest)]]
        return [self.of_topic[key], *([beside[n % len(beside)]] if beside else [])]

    def _seat(self, seats: Mapping[str, Seat | None]) -> None:
        seatings: dict[int, Seating] = defaultdict(Seating)
        for step in self.facts.guides:
            place = seats[step.step]
            if place is None:
                self._article(step, self.all, self.all.articles[0].day)
                continue
            column = self._column(place[0], step.step)
            seatings[column.number].pages.setdefault(place[1], []).append(step)
        for number, seating in seatings.items():
            self._fill(self.library.columns[number], seating)

    def _column(self, spot: str, key: str) -> Column:
        spots = {"topic": self.of_topic, "office": self.office_of, "finer": self.finer, "finest": self.finest}
        if spot in spots:
            return spots[spot][key]
        return self.all if spot == "all" else self.groups["business"]

    def _fill(self, column: Column, seating: Seating) -> None:
        """Put the guides into the list, each dated as the entry before it."""
        for row, step in sorted(seating.rows(len(column.articles), column.size, self.dice, column.number).items()):
            neighbour = column.articles[max(0, row - 1)]
            column.articles.insert(row, self._article(step, column, neighbour.day))

    def _article(self, step: StepFacts, column: Column, day: date) -> Article:
        article = self.library.article(column, self.title(step.name), day, guide=step)
        self.guides[step.step] = article
        return article
