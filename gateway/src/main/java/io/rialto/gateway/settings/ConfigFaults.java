package io.rialto.gateway.settings;

import java.util.List;

/** Everything that is wrong with the configuration, told together. The process ends with exit code 2. */
public final class ConfigFaults extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<String> faults;

    ConfigFaults(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
        return faults;
    }
}
