"""scipy.stats as it is. It ships no types, so whoever uses it says what comes out."""

from __future__ import annotations

from typing import Any

import scipy.stats

stats: Any = scipy.stats
