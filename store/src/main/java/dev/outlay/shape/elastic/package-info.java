/**
 * Usage, cost and limits as the documents that users of Elastic's Anthropic integration know, so
 * that their panels and rules find their fields.
 */
@NullMarked
package dev.outlay.shape.elastic;

import org.jspecify.annotations.NullMarked;
