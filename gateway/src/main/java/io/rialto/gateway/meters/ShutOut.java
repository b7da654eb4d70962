package io.rialto.gateway.meters;

/**
 * Somebody who is let in again later. Immutable.
 *
 * @param step how often in a row, from 1
 * @param untilMillis since 1970
 */
public record ShutOut(int step, long untilMillis) {
    String word() {
        return step + ":" + untilMillis;
    }

    static ShutOut of(String word) {
        int mark = word.indexOf(':');
        return new ShutOut(Integer.parseInt(word.substring(0, mark)), Long.parseLong(word.substring(mark + 1)));
    }
}
