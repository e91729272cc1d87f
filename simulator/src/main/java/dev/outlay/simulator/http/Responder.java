package dev.outlay.simulator.http;

/** Answers requests. */
public interface Responder {
  Reply answer(Request request);
}
