package io.rialto.gateway.depth;

import java.util.ArrayList;
import java.util.List;

/** A line of a book as it is written; one that changes becomes another object. Written once, when it is first shown. */
abstract class Line {
    final long priceTicks;
    private List<String> texts;

    Line(long priceTicks) {
        this.priceTicks = priceTicks;
    }

    /** What clients know it by, its price among it, and its quantity last. */
    protected abstract List<String> written();

    /** Negative when it stands before the other, 0 when they are the same line. @param sign 1 when prices ascend from the best on */
    int compare(Line other, int sign) {
        return sign * Long.compare(priceTicks, other.priceTicks);
    }

    final List<String> texts() {
        if (texts == null) texts = written();
        return texts;
    }

    /** The same line when it is gone. */
    final List<String> gone() {
        List<String> gone = new ArrayList<>(texts());
        gone.set(gone.size() - 1, "0");
        return List.copyOf(gone);
    }
}
