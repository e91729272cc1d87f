@org.jspecify.annotations.NullMarked
package dev.outlay.metric;
