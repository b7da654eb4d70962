package io.rialto.gateway.cache;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.rialto.feeds.position.Page;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A page as JSON, there and back. */
final class PageText {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
            .build();

    private PageText() {}

    static byte[] of(Page<?> page) {
        try {
            return JSON.writeValueAsBytes(page);
        } catch (IOException e) {
            throw new UncheckedIOException("a page could not be written", e);
        }
    }

    /** @throws IOException when it is no page of the kind */
    static Page<?> page(Kind kind, byte[] text) throws IOException {
        JavaType type = JSON.getTypeFactory().constructParametricType(Page.class, kind.row);
        Page<?> page = JSON.readValue(text, type);
        if (page == null) throw new IOException("a page must not be null");
        return page;
    }
}
