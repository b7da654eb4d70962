package io.rialto.gateway.control;

import io.rialto.gateway.settings.VenueConfig;
import java.nio.file.Path;

/** What a control database can be: rules of stores hold in each. */
public enum BothDatabases {
    EMBEDDED {
        @Override
        public VenueConfig.Control create(Path directory) {
            return VenueConfig.Control.EMBEDDED;
        }
    },
    POSTGRESQL {
        @Override
        public VenueConfig.Control create(Path directory) throws Exception {
            return RealPostgres.config(RealPostgres.settings(directory));
        }
    };

    /** An empty one. */
    public abstract VenueConfig.Control create(Path directory) throws Exception;
}
