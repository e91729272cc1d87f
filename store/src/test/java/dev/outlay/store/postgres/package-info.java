@org.jspecify.annotations.NullMarked
package dev.outlay.store.postgres;
