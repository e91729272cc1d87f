/** What OpenSearch and Elasticsearch have in common: indices, documents, the bulk API. */
@NullMarked
package dev.outlay.destinations.search;

import org.jspecify.annotations.NullMarked;
