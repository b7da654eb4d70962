package io.rialto.engine.simulation;

import io.rialto.engine.reference.Command;

/** An order that a flow may speak of later: its name (see {@link Step#madeBy}) what was asked for, and whether on special terms. */
record Placed(long name, Command.NewOrder asked, boolean isSpecial) {}
