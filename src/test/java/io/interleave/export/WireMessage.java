package io.interleave.export;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A message in protobuf's wire format, read by its own rules and by nothing of what writes it: fields by
/// number.
final class WireMessage {

    private final Map<Integer, List<Object>> fields = new HashMap<>();

    private WireMessage() {}

    static WireMessage of(byte[] bytes) {
        return read(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
    }

    private static WireMessage read(ByteBuffer bytes) {
        var message = new WireMessage();
        while (bytes.hasRemaining()) {
            long tag = varint(bytes);
            Object value = switch ((int) tag & 7) {
                case 0 -> varint(bytes);
                case 1 -> bytes.getLong();
                case 2 -> {
                    var part = new byte[(int) varint(bytes)];
                    bytes.get(part);
                    yield part;
                }
                default -> throw new IllegalArgumentException("wire type of tag " + tag);
            };
            message.fields
                    .computeIfAbsent((int) (tag >>> 3), _ -> new ArrayList<>())
                    .add(value);
        }
        return message;
    }

    private static long varint(ByteBuffer bytes) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    boolean has(int field) {
        return fields.containsKey(field);
    }

    List<WireMessage> messages(int field) {
        return fields.getOrDefault(field, List.of()).stream()
                .map(it -> of((byte[]) it))
                .toList();
    }

    WireMessage message(int field) {
        return messages(field).getFirst();
    }

    String text(int field) {
        return has(field) ? new String((byte[]) fields.get(field).getFirst(), StandardCharsets.UTF_8) : "";
    }

    long number(int field) {
        return (long) fields.get(field).getFirst();
    }

    List<Object> all(int field) {
        return fields.getOrDefault(field, List.of());
    }
}
