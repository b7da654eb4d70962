package io.rialto.engine.planted;

/**
 * What became of one planted bug.
 *
 * @param flow the seed whose flow shows it, "none", or "time" for a hunt that hangs
 * @param commands compared until then
 * @param words what the reference and the core said
 */
record Finding(Mutation mutation, boolean isFound, String flow, long commands, long millis, String words) {

    /** From what the hunt wrote. */
    static Finding read(Mutation mutation, String written) {
        int end = written.indexOf('\n');
        String[] fields = (end < 0 ? "" : written.substring(0, end)).split("\\|");
        if (fields.length != 4) return new Finding(mutation, false, "none", 0, 0, "the hunt died:\n" + written);
        boolean isFound = fields[0].equals("found");
        long commands = Long.parseLong(fields[2]);
        return new Finding(mutation, isFound, fields[1], commands, Long.parseLong(fields[3]), written.substring(end));
    }

    static Finding timedOut(Mutation mutation, long millis) {
        return new Finding(mutation, false, "time", 0, millis, "\nthe comparison did not come back");
    }

    String row() {
        String seconds = String.format("%5d.%02d", millis / 1000, millis % 1000 / 10);
        String found = isFound ? "yes" : "NO";
        return String.format("%-44s %-5s %-10s %9d %s", mutation.name(), found, flow, commands, seconds);
    }

    static String header() {
        return String.format("%-44s %-5s %-10s %9s %s", "planted bug", "found", "by", "commands", " seconds");
    }
}
