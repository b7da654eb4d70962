package io.rialto.protocol.schema;

import io.rialto.protocol.MessageHeaderDecoder;
import io.rialto.protocol.schema.Field.Primitive;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads messages and their layout out of the schema that travels with the codecs. */
final class SchemaFile {
    private static final String RESOURCE = "/venue.xml";

    private record Type(Primitive primitive, int length, boolean optional, Map<Long, String> names) {}

    private final Map<String, Type> types = new HashMap<>();

    private SchemaFile(Document schema) {
        for (Primitive primitive : Primitive.values()) {
            types.put(primitive.name().toLowerCase(Locale.ROOT), new Type(primitive, 1, false, Map.of()));
        }
        NodeList simple = schema.getElementsByTagName("type");
        for (int i = 0; i < simple.getLength(); i++) addType((Element) simple.item(i));
        NodeList enums = schema.getElementsByTagName("enum");
        for (int i = 0; i < enums.getLength(); i++) addEnum((Element) enums.item(i));
    }

    static List<Message> read() {
        try (InputStream in = MessageHeaderDecoder.class.getResourceAsStream(RESOURCE)) {
            DocumentBuilderFactory documents = DocumentBuilderFactory.newInstance();
            documents.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            Document schema = documents.newDocumentBuilder().parse(in);
            SchemaFile file = new SchemaFile(schema);
            List<Message> messages = new ArrayList<>();
            NodeList found = schema.getElementsByTagName("sbe:message");
            for (int i = 0; i < found.getLength(); i++) messages.add(file.message((Element) found.item(i)));
            return messages;
        } catch (IOException e) {
            throw new UncheckedIOException("the schema " + RESOURCE + " cannot be read", e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("the schema " + RESOURCE + " is not XML", e);
        }
    }

    private Message message(Element message) {
        List<Field> fields = new ArrayList<>();
        int offset = 0;
        NodeList found = message.getElementsByTagName("field");
        for (int i = 0; i < found.getLength(); i++) {
            Field field = field((Element) found.item(i), offset);
            fields.add(field);
            offset = field.end();
        }
        NodeList texts = message.getElementsByTagName("data");
        String text = texts.getLength() == 0 ? "" : ((Element) texts.item(0)).getAttribute("name");
        String declared = message.getAttribute("blockLength");
        int blockLength = declared.isEmpty() ? offset : Integer.parseInt(declared);
        int id = Integer.parseInt(message.getAttribute("id"));
        return new Message(id, message.getAttribute("name"), blockLength, List.copyOf(fields), text);
    }

    private Field field(Element element, int next) {
        String typeName = element.getAttribute("type");
        Type type = types.get(typeName);
        if (type == null)
            throw new IllegalStateException("the schema uses a type that it does not define: " + typeName);
        String at = element.getAttribute("offset");
        int offset = at.isEmpty() ? next : Integer.parseInt(at);
        boolean optional = type.optional || element.getAttribute("presence").equals("optional");
        String name = element.getAttribute("name");
        return new Field(name, typeName, type.primitive, offset, type.length, optional, type.names);
    }

    private void addType(Element type) {
        Primitive primitive = primitive(type.getAttribute("primitiveType"));
        String length = type.getAttribute("length");
        boolean optional = type.getAttribute("presence").equals("optional");
        int count = length.isEmpty() ? 1 : Integer.parseInt(length);
        types.put(type.getAttribute("name"), new Type(primitive, count, optional, Map.of()));
    }

    private void addEnum(Element element) {
        Map<Long, String> names = new LinkedHashMap<>();
        NodeList values = element.getElementsByTagName("validValue");
        for (int i = 0; i < values.getLength(); i++) {
            Element value = (Element) values.item(i);
            names.put(Long.parseLong(value.getTextContent().strip()), value.getAttribute("name"));
        }
        Primitive primitive = primitive(element.getAttribute("encodingType"));
        types.put(element.getAttribute("name"), new Type(primitive, 1, false, Map.copyOf(names)));
    }

    private static Primitive primitive(String name) {
        return Primitive.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
