package io.rialto.gateway.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A file of so many rows, and a client that counts what has come. */
class ExportTest {
    private static final int ROWS = 200_000;
    private static final int MOST_HELD_BYTES = 100_000;

    private final Received received = new Received();

    private static final class Received extends OutputStream {
        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int offset, int length) {
            bytes += length;
        }
    }

    /** Sees at each row that those before are on their way. */
    private final class Many implements Rows {
        private final int rows;

        Many(int rows) {
            this.rows = rows;
        }

        @Override
        public List<String> columns() {
            return List.of("number");
        }

        @Override
        public boolean read(Taker taker) throws IOException {
            for (int row = 0; row < rows; row++) {
                assertThat(row * 8L - received.bytes).isLessThan(MOST_HELD_BYTES);
                taker.take(List.of(Integer.toString(1_000_000 + row)));
            }
            return true;
        }
    }

    private static Export.Body top() {
        return new Export.Body("fills", "100", null, new Stretch(1, 2, "00", "ff"), ROWS, true, null);
    }

    @Test
    void rowsLeaveAsTheyAreRead() throws IOException {
        Export export = new Export(new Many(ROWS), ROWS);
        export.csv().writeTo(received);
        assertThat(received.bytes).isEqualTo("number\r\n".length() + ROWS * 9L);
        received.bytes = 0;
        export.json(top()).writeTo(received);
        assertThat(received.bytes).isGreaterThan(ROWS * 9L);
    }

    @Test
    void aFileThatHasLostRowsIsNotEnded() {
        assertThatThrownBy(() -> new Export(new Many(3), 4).csv().writeTo(received))
                .hasMessageContaining("counted=4 now=3");
        assertThatThrownBy(() -> new Export(new Many(5), 4).json(top()).writeTo(received))
                .hasMessageContaining("counted=4 now=5");
    }
}
