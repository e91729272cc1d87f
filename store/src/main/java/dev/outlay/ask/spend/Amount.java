package dev.outlay.ask.spend;

import java.math.BigDecimal;
import java.util.Optional;

/** A sum of money in one currency; empty where the API named none. */
public record Amount(BigDecimal value, Optional<String> currency) {}
