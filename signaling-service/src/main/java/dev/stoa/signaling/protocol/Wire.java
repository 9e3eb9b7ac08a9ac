package dev.stoa.signaling.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one way from messages to text and back. */
@Singleton
public final class Wire {

    private static final int MAX_DEPTH = 16;
    private static final String UNNUMBERED = "\"seq\":0";

    private final ObjectReader reader;
    private final ObjectReader peerReader;
    private final ObjectReader treeReader;
    private final ObjectWriter writer;

    Wire(ObjectMapper configured) {
        var mapper = strict(configured);
        reader = mapper.readerFor(ClientMessage.class);
        peerReader = mapper.readerFor(PeerInfo.class);
        treeReader = mapper.readerFor(JsonNode.class);
        writer = mapper.writerFor(ServerMessage.class);
    }

    /** The message as JSON. */
    public String encode(ServerMessage message) {
        return text(writer, message);
    }

    /** The peer as JSON, the way it is kept in Redis. */
    public String encode(PeerInfo peer) {
        return text(writer.forType(PeerInfo.class), peer);
    }

    /** Reads a peer that {@link #encode(PeerInfo)} wrote. */
    public PeerInfo peer(String json) {
        try {
            return peerReader.readValue(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a peer in Redis is not readable", e);
        }
    }

    /** The message, whose {@code seq} is 0, as JSON that the room's number can be put into. */
    public Unnumbered encodeUnnumbered(ServerMessage message) {
        var text = encode(message);
        var at = text.indexOf(UNNUMBERED) + UNNUMBERED.length() - 1;
        return new Unnumbered(text.substring(0, at), text.substring(at + 1));
    }

    /**
     * Reads what a page sent; unknown fields are ignored.
     *
     * @throws Malformed with the answer for the sender, for anything that is not a message within its bounds
     */
    public ClientMessage decode(String text) throws Malformed {
        try {
            ClientMessage message = reader.readValue(text);
            if (message == null) {
                throw refused(ErrorCode.BAD_MESSAGE, "send a JSON object with a type", text);
            }
            return message;
        } catch (InvalidTypeIdException e) {
            throw e.getTypeId() == null
                    ? refused(ErrorCode.BAD_MESSAGE, "send a JSON object with a type", text)
                    : refused(ErrorCode.UNKNOWN_TYPE, "use a type that docs/protocol.md lists", text);
        } catch (JsonMappingException e) {
            throw e.getCause() instanceof InvalidField field
                    ? refused(field.code(), field.getMessage(), text)
                    : refused(ErrorCode.BAD_MESSAGE, "a field is missing or of the wrong kind" + where(e), text);
        } catch (JsonProcessingException e) {
            throw refused(ErrorCode.BAD_MESSAGE, "send one JSON object in each text frame", null);
        }
    }

    /**
     * Reads several messages in a JSON array.
     *
     * @throws Malformed if it is not one, or has more than {@code most} elements
     */
    public List<Decoded> decodeAll(String array, int most) throws Malformed {
        var tree = tree(array);
        if (!tree.isArray() || tree.size() > most) {
            throw refused(ErrorCode.BAD_MESSAGE, "send a JSON array of at most " + most + " messages", null);
        }
        var messages = new ArrayList<Decoded>();
        for (var element : tree) {
            messages.add(decodeOne(element.toString()));
        }
        return messages;
    }

    private Decoded decodeOne(String text) {
        try {
            return new Decoded.Message(decode(text));
        } catch (Malformed malformed) {
            return new Decoded.Refused(malformed.answer());
        }
    }

    private Malformed refused(ErrorCode code, @Nullable String message, @Nullable String text) {
        var advice = message == null ? "send a message of docs/protocol.md" : message;
        var tree = text == null ? MissingNode.getInstance() : tree(text);
        var id = tree.path("id");
        var n = tree.path("n");
        return new Malformed(new ServerMessage.Error(
                code,
                advice,
                id.isTextual() && id.textValue().length() <= Bounds.MAX_ID ? id.textValue() : null,
                n.isIntegralNumber() && n.canConvertToLong() && Bounds.isN(n.longValue()) ? n.longValue() : null));
    }

    private JsonNode tree(String text) {
        try {
            return treeReader.readValue(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static String where(JsonMappingException e) {
        var path = new StringBuilder();
        for (var step : e.getPath()) {
            if (step.getFieldName() != null) {
                path.append(path.isEmpty() ? ": " : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    private static String text(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of the protocol cannot be written", e);
        }
    }

    private static ObjectMapper strict(ObjectMapper configured) {
        var mapper = configured
                .copy()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .build());
        for (var type : new LogicalType[] {LogicalType.Textual, LogicalType.Integer}) {
            for (var shape : CoercionInputShape.values()) {
                if (shape != (type == LogicalType.Textual ? CoercionInputShape.String : CoercionInputShape.Integer)) {
                    mapper.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail);
                }
            }
        }
        return mapper;
    }
}
