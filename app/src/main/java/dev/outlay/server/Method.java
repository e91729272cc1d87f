package dev.outlay.server;

/** What is done with a resource. */
public enum Method {
  GET,
  POST,
  PUT,
  PATCH,
  DELETE
}
