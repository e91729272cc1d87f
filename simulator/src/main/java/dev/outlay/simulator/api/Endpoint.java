package dev.outlay.simulator.api;

import dev.outlay.simulator.http.Reply;

/** Answers one kind of call. */
interface Endpoint {
  Reply answer(Call call);
}
