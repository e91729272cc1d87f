@org.jspecify.annotations.NullMarked
package dev.outlay.shape.elastic;
