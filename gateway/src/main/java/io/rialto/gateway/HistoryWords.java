package io.rialto.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rialto.feeds.listing.Instrument;
import io.rialto.feeds.listing.Listings;
import io.rialto.gateway.events.EventRoutes;
import io.rialto.gateway.explorer.FrameSpeech;
import io.rialto.gateway.ingress.KeptFrame;
import io.rialto.protocol.FrameHeaderDecoder;
import io.rialto.protocol.RequestDecoder;
import io.rialto.protocol.schema.Vocabulary;
import io.rialto.replay.words.FrameJson;
import io.rialto.replay.words.FrameWords;
import io.rialto.replay.words.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A frame of history in the schema's own words. Thread-safe. */
final class HistoryWords implements EventRoutes.Words, FrameSpeech {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Listings listings;

    HistoryWords(Listings listings) {
        this.listings = listings;
    }

    static JsonNode of(KeptFrame frame) {
        try {
            return JSON.readTree(new FrameJson().of(frame.view()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a frame's own JSON must be JSON: sequence=" + frame.sequence(), e);
        }
    }

    @Override
    public Optional<Integer> type(String name) {
        return Vocabulary.SCHEMA.number(name).filter(Vocabulary.SCHEMA::isEvent);
    }

    @Override
    public String name(int type) {
        return Vocabulary.SCHEMA.name(type);
    }

    @Override
    public List<JsonNode> events(KeptFrame frame) {
        List<JsonNode> events = new ArrayList<>();
        of(frame).path("events").forEach(events::add);
        return events;
    }

    @Override
    public Optional<Integer> message(String name) {
        return Vocabulary.SCHEMA
                .number(name)
                .filter(number -> number != RequestDecoder.TEMPLATE_ID && number != FrameHeaderDecoder.TEMPLATE_ID);
    }

    @Override
    public JsonNode json(KeptFrame frame) {
        return of(frame);
    }

    @Override
    public List<String> lines(KeptFrame frame) {
        long sequence = frame.sequence();
        Terms then = new Terms(
                number -> listings.asset(number).map(each -> new Terms.Asset(each.code(), each.scale())),
                number -> listings.instrumentInStepsOf(number, sequence).map(HistoryWords::terms));
        return new FrameWords(then).lines(frame.view());
    }

    private static Terms.Instrument terms(Instrument listed) {
        return new Terms.Instrument(
                listed.symbol(),
                listed.base().number(),
                listed.quote().number(),
                listed.tickMantissa(),
                listed.tickScale(),
                listed.lotMantissa(),
                listed.lotScale(),
                listed.floor());
    }
}
