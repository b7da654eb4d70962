package io.rialto.gateway.exports;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rialto.gateway.form.Json;
import io.rialto.gateway.http.Answer.Streamed;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Rows on their way out. They were counted before: a file that breaks off, or for which rows were let go meanwhile, has fewer than it
 * says at its top, and ends in the middle.
 */
final class Export {
    private final Rows rows;
    private final long counted;

    /** As JSON describes it. */
    record Body(
            String kind,
            String account,
            String asset,
            Stretch journal,
            long rows,
            boolean whole,
            List<Map<String, String>> items) {}

    Export(Rows rows, long counted) {
        this.rows = rows;
        this.counted = counted;
    }

    Streamed csv() {
        return out -> {
            Writer writer = writer(out);
            writer.write(Csv.line(rows.columns()));
            check(cells -> writer.write(Csv.line(cells)));
            writer.flush();
        };
    }

    /** @param top of which the items are left out and follow */
    Streamed json(Body top) {
        return out -> {
            JsonGenerator json = Json.generator(out);
            json.writeStartObject();
            json.writeStringField("kind", top.kind);
            json.writeStringField("account", top.account);
            json.writeStringField("asset", top.asset);
            json.writePOJOField("journal", top.journal);
            json.writeNumberField("rows", top.rows);
            json.writeBooleanField("whole", top.whole);
            json.writeArrayFieldStart("items");
            check(cells -> item(json, cells));
            json.writeEndArray();
            json.writeEndObject();
            json.flush();
        };
    }

    private void item(JsonGenerator json, List<String> cells) throws IOException {
        json.writeStartObject();
        for (int i = 0; i < cells.size(); i++) {
            json.writeStringField(rows.columns().get(i), cells.get(i));
        }
        json.writeEndObject();
    }

    private void check(Rows.Taker taker) throws IOException {
        long[] written = {0};
        rows.read(cells -> {
            if (++written[0] <= counted) taker.take(cells);
        });
        if (written[0] == counted) return;
        throw new IllegalStateException(
                "rows went while they were exported: counted=" + counted + " now=" + written[0]);
    }

    private static Writer writer(OutputStream out) {
        return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    /** Cells that may be null. */
    static List<String> cells(String... cells) {
        return Arrays.asList(cells);
    }
}
