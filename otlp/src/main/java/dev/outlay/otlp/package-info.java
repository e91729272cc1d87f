/** Metrics pushed to OpenTelemetry receivers, through the OpenTelemetry SDK. */
@NullMarked
package dev.outlay.otlp;

import org.jspecify.annotations.NullMarked;
