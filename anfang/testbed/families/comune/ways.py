"""Ways to a guide: through which lists somebody comes to it who follows links, by the number of activations."""

from __future__ import annotations

from anfang.testbed.families.comune.tree import Tree
from anfang.testbed.families.comune.voice import Voice

Chain = tuple[str, ...]

SERVICES, TOPICS, OFFICE = "services", "topics", "administration"


def ways(step: str, category: str, area: str, length: int) -> list[Chain]:
    """The chains of lists between the home page and the step's guide, `length` activations in all."""
    cat, sub, companies = f"category:{category}", f"sub:{step}", f"companies:{step}"
    topic, all_of_topic, office = f"topic:{step}", f"topicall:{step}", f"office:{step}"
    by_length: dict[int, list[Chain]] = {
        1: [()],
        2: [(SERVICES,), (topic,), (cat,)],
        3: [(SERVICES, cat), (SERVICES, f"{SERVICES}#2"), (TOPICS, topic), (OFFICE, office), (SERVICES, cat)],
        4: [
            (SERVICES, cat, f"{cat}#2"),
            (SERVICES, cat, sub),
            (TOPICS, topic, all_of_topic),
            (OFFICE, "offices", office),
        ],
        5: [
            (SERVICES, cat, sub, f"{sub}#2"),
            (OFFICE, "areas", f"area:{area}", office),
            (TOPICS, topic, all_of_topic, f"{all_of_topic}#2"),
            (SERVICES, cat, sub, companies),
        ],
        6: [
            (SERVICES, cat, sub, companies, f"{companies}#2"),
            (OFFICE, "areas", f"area:{area}", f"sector:{step}", office),
        ],
    }
    return by_length[length]


def choose(tree: Tree, voice: Voice, step: str, possible: list[Chain]) -> Chain:
    """A chain that the tree can have; one that ends on a list with less than two guides, where there is one."""
    fitting = [chain for chain in voice.shuffled(f"way {step}", possible) if tree.fits(chain)]
    roomy = [chain for chain in fitting if not chain or chain[-1] not in tree or len(tree[chain[-1]].services) < 2]
    return (roomy or fitting)[0]
