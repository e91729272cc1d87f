package dev.outlay.server;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * The pages and the API under one address.
 *
 * @param api has what is below {@code /api}, and what its routes name besides
 * @param pages has the rest
 * @param named the paths of the API's routes
 */
record Whole(Api api, Pages pages, Set<String> named) {
  Whole(Api api, Pages pages) {
    this(api, pages, api.endpoints().stream().map(Endpoint::path).collect(Collectors.toSet()));
  }

  Reply answer(Incoming request) {
    boolean forApi =
        request.path().startsWith("/api/")
            || request.path().equals("/api")
            || named.contains(request.path());
    return forApi ? api.answer(request) : pages.answer(request);
  }
}
