package io.rialto.bench.play;

import io.rialto.bench.door.HttpVenue;
import io.rialto.bench.line.CoreVenue;
import io.rialto.bench.line.RingVenue;
import io.rialto.bench.recording.Judge;
import io.rialto.bench.recording.Market;
import io.rialto.bench.recording.PlayedVenue;
import java.io.IOException;
import java.nio.file.Path;

/** The three ways into the venue. */
enum Via {
    /** The core, called directly. */
    CORE {
        @Override
        PlayedVenue open(Market market, Judge judge, Path home) {
            return new CoreVenue(market, judge);
        }
    },
    /** Ring, core and durable journal. */
    RING {
        @Override
        PlayedVenue open(Market market, Judge judge, Path home) {
            return new RingVenue(market, judge, home.resolve("journal"));
        }
    },
    /** A whole venue in a process of its own, over HTTP. */
    HTTP {
        @Override
        PlayedVenue open(Market market, Judge judge, Path home) throws IOException {
            return new HttpVenue(market, judge, home);
        }
    };

    /** @param home an empty directory for whatever the venue keeps */
    abstract PlayedVenue open(Market market, Judge judge, Path home) throws IOException;
}
