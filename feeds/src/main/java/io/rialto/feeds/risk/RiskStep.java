package io.rialto.feeds.risk;

import io.rialto.protocol.RiskAction;

/** From so many breaches of one account on, another action. */
public record RiskStep(int breaches, RiskAction action) {}
