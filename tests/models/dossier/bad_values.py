"""What can be wrong in one place, and how a Dutch reason is told from an English one."""

import re

from hypothesis import strategies as st

ENGLISH = re.compile(
    r"\b(should|must|input|valid|value|field|string|number|integer|expected|error|unable|less|greater|than|equal|"
    r"extra|not|permitted|required|missing|found|unexpected|key|dict|list|tuple|bool|boolean|finite|digits|the|and|or|"
    r"type|enum|length|characters?|items?|least|most|pattern|match|instance|object)\b",
    re.IGNORECASE,
)
LABELS = re.compile(r"function-|constrained|-enum\[|literal\[|lax-or-strict|NoAnswer|\[key\]|nullable\[")
"""Names that pydantic gives to the branches of a union."""

JUNK = st.one_of(
    st.sampled_from(
        (
            *(None, True, False, -1, 0, 5, 6, 2026, 10**30, 10**400, 1.5, -0.0, 1e308, float("inf"), float("nan")),
            *("", "x", "5", "NaN", "\x00", "\ud800", "\uffff", "2026-13-45", "b d", "x" * 200_001),
            *(
                [],
                {},
                [[]],
                [None],
                ["x"],
                {"x": {}},
                {"": 1},
                {"b d": {}},
                {"\ud800": 1},
                {"2028": "x"},
                {"beleid": {}},
            ),
            *({"no_answer": "x"}, {"no_answer": "later"}, {"id": "x"}, [{"id": "x"}], [{"id": "x"}, {"id": "x"}]),
        )
    ),
    st.text(max_size=5),
    st.integers(),
    st.floats(),
)
"""Values that belong nowhere, or in few places only."""


def is_dutch(reason: str) -> bool:
    """Whether ``reason`` holds no English word; values between quotes and an id at the end are no words."""
    return not ENGLISH.search(re.sub(r"'[^']*'|(?<=: )\S+$|(?<=het id )\S+", "", reason))
