package io.rialto.gateway.portfolio;

/**
 * A position on the wire.
 *
 * @param quantity as the venue counts it for reduce-only orders, where it does; else as owned
 * @param marginMode null but of a contract; {@code positionMargin} is what an isolated position has for itself
 * @param liquidationPrice of a contract's position: at which mark it is liquidated while all else stays; null where none does it
 * @param owned of an asset also less the fees that were paid in it: what the cost is of
 */
public record PositionBody(
        String symbol,
        String side,
        String quantity,
        String owned,
        String cost,
        String averagePrice,
        String markPrice,
        String sessionMark,
        String unrealised,
        String realised,
        String fees,
        String funding,
        String marginMode,
        String positionMargin,
        String liquidationPrice,
        String bankruptcyPrice,
        long sequence) {}
