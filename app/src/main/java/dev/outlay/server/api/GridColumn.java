package dev.outlay.server.api;

import dev.outlay.server.Says;

@Says("One column.")
record GridColumn(
    @Says("Its name.") String name, @Says("Its type, as DuckDB writes it.") String type) {}
