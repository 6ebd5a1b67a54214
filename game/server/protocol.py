"""The WebSocket protocol of the host: what many are sent alike is compressed once.

Each message is compressed apart from those before it (``server_no_context_takeover``, RFC 7692 7.1.1.1): its bytes are
the same for all who are sent it, and no connection needs a memory for its past.
"""

from __future__ import annotations

import asyncio
import logging
import zlib
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.extensions import Extension
from websockets.extensions.permessage_deflate import PerMessageDeflate, ServerPerMessageDeflateFactory
from websockets.frames import CTRL_OPCODES, Frame
from websockets.server import ServerProtocol
from websockets.typing import ExtensionParameter

_SMALL = 512
"""Bytes of a message that is sent as it is: an answer fits in one packet either way."""
_KEPT = 16
"""Messages whose compressed bytes are kept: what a turn shows to all audiences."""
_GOODBYE = 5.0
"""Seconds to read what was sent before the connection was given up."""
_TAIL = b"\x00\x00\xff\xff"
"""Ends what is flushed, and is not sent."""


class Protocol(WebSocketsSansIOProtocol):
    """uvicorn's own, with our compression in the place of its."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.conn = ServerProtocol(
            extensions=[_Factory(server_no_context_takeover=True, client_max_window_bits=12)],
            max_size=self.config.ws_max_size,
            logger=logging.getLogger("uvicorn.error"),
        )

    def on_task_complete(self, task: asyncio.Task[None]) -> None:
        """The handler is through. A close in good order waits for who reads, and a frozen one never does."""
        super().on_task_complete(task)
        self._abort_late()

    def keepalive_timeout(self) -> None:
        """The other end does not answer: it may still have all the time of a goodbye to read."""
        super().keepalive_timeout()
        self._abort_late()

    def _abort_late(self) -> None:
        self.loop.call_later(_GOODBYE, self.transport.abort)


class _Shared(PerMessageDeflate):
    def encode(self, frame: Frame) -> Frame:
        if frame.opcode in CTRL_OPCODES or not frame.fin or len(frame.data) < _SMALL:
            return frame
        return replace(frame, data=_deflated(bytes(frame.data), self.local_max_window_bits), rsv1=True)


class _Factory(ServerPerMessageDeflateFactory):
    def process_request_params(
        self, params: Sequence[ExtensionParameter], accepted_extensions: Sequence[Extension]
    ) -> tuple[list[ExtensionParameter], PerMessageDeflate]:
        agreed, usual = super().process_request_params(params, accepted_extensions)
        return agreed, _Shared(
            usual.remote_no_context_takeover,
            usual.local_no_context_takeover,
            usual.remote_max_window_bits,
            usual.local_max_window_bits,
        )


@lru_cache(_KEPT)
def _deflated(data: bytes, bits: int) -> bytes:
    encoder = zlib.compressobj(wbits=-bits)
    return (encoder.compress(data) + encoder.flush(zlib.Z_SYNC_FLUSH)).removesuffix(_TAIL)
