package io.rialto.gateway.limits;

/** How much an account may ask; an administrator moves it from one to another. */
public enum Tier {
    STANDARD,
    PREMIUM,
    BROKER
}
