"""A form that was sent -> its fields, if it is one of ours: its token is that of the page that it was on.

sent = await checked(request)
"""

from __future__ import annotations

import hmac

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request

# A pasted text, and all others.
LARGEST_FIELD = 32 * 2**20
MOST_FILES, MOST_FIELDS = 200, 50


async def checked(request: Request) -> FormData:
    """The fields of the form.

    Raises:
        HTTPException: it has no token, or another one.
    """
    sent = await request.form(max_files=MOST_FILES, max_fields=MOST_FIELDS, max_part_size=LARGEST_FIELD)
    token = sent.get("token")
    if not isinstance(token, str) or not hmac.compare_digest(token.encode(), request.state.token.encode()):
        words = "This form is too old or comes from another page; open the page again and send it once more."
        raise HTTPException(403, words)
    return sent
