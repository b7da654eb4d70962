package io.rialto.bench.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.rialto.bench.recording.BookLevels;
import io.rialto.protocol.Side;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The books that must stand, each at the command after which it must.
 *
 * <p>A file of books names its own commands. For a fused stream, where several rows became one command, a file of
 * checkpoints says which rows can still be seen and after which command; the books are those of the same row.
 */
final class Checkpoints implements AutoCloseable {
    private final Optional<CommandFile> checkpoints;
    private final CommandFile books;
    private final BookLevels levels;
    private final BookLevels unknown;
    private long number;
    private long row;
    private long bookRow = -1;
    private JsonNode book = MissingNode.getInstance();

    /** @param depth levels to compare, see {@link #depth} */
    Checkpoints(Path books, Optional<Path> checkpoints, int depth) throws IOException {
        this.books = new CommandFile(books);
        this.checkpoints = checkpoints.isEmpty() ? Optional.empty() : Optional.of(new CommandFile(checkpoints.get()));
        levels = new BookLevels(depth);
        unknown = BookLevels.unknown(depth);
    }

    /** The most levels that any line of the file shows, at least one. */
    static int depth(Path books) throws IOException {
        int depth = 1;
        try (CommandFile file = new CommandFile(books)) {
            for (Optional<JsonNode> node = file.nextNode(); node.isPresent(); node = file.nextNode()) {
                depth = Math.max(depth, node.get().path("asks").size());
                depth = Math.max(depth, node.get().path("bids").size());
            }
        }
        return depth;
    }

    boolean next() throws IOException {
        if (checkpoints.isEmpty()) {
            if (!nextBook()) return false;
            row = bookRow;
            number = books.number(book, "seq");
            return true;
        }
        CommandFile file = checkpoints.get();
        Optional<JsonNode> checkpoint = file.nextNode();
        if (checkpoint.isEmpty()) return false;
        row = file.number(checkpoint.get(), "row");
        number = file.number(checkpoint.get(), "seq");
        while (bookRow < row && nextBook()) continue;
        return true;
    }

    private boolean nextBook() throws IOException {
        Optional<JsonNode> node = books.nextNode();
        if (node.isEmpty()) return false;
        book = node.get();
        bookRow = books.number(book, "row");
        levels.clear();
        fill(Side.SELL, book.path("asks"));
        fill(Side.BUY, book.path("bids"));
        return true;
    }

    private void fill(Side side, JsonNode shown) {
        for (int i = 0; i < Math.min(shown.size(), levels.depth()); i++) {
            levels.set(
                    side, i, shown.get(i).path(0).asLong(), shown.get(i).path(1).asLong());
        }
    }

    /** The command after which the book must stand. */
    long number() {
        return number;
    }

    long row() {
        return row;
    }

    /** Unknown for a checkpoint whose row has no book: it can be written, not compared. */
    BookLevels levels() {
        return bookRow == row && book.has("asks") && book.has("bids") ? levels : unknown;
    }

    @Override
    public void close() throws IOException {
        books.close();
        if (checkpoints.isPresent()) checkpoints.get().close();
    }
}
