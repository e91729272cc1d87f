package dev.outlay.price;

import java.math.BigDecimal;

/** What a thousand web searches cost for some time, in USD. */
record SearchPrice(BigDecimal usdPerThousand, Validity validity) {}
