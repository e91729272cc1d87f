@org.jspecify.annotations.NullMarked
package dev.outlay.destinations.search;
