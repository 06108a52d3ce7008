package io.plimsoll.app.chart;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelReader;

/// Writes an image as PNG: 8 bit RGBA, one `IDAT`. PNG specification, 2nd edition (ISO/IEC 15948).
public final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int COLOUR_AND_ALPHA = 6;

    private Png() {
    }

    /// Any thread, once the image is no longer changed.
    public static void write(Image image, OutputStream out) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        out.write(SIGNATURE);
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(header);
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[]{8, COLOUR_AND_ALPHA, 0, 0, 0});
        chunk("IHDR", header.toByteArray(), out);
        chunk("IDAT", pixels(image.getPixelReader(), width, height), out);
        chunk("IEND", new byte[0], out);
        out.flush();
    }

    private static byte[] pixels(PixelReader reader, int width, int height) throws IOException {
        int[] row = new int[width];
        byte[] line = new byte[1 + 4 * width];
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            for (int y = 0; y < height; y++) {
                reader.getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), row, 0, width);
                for (int x = 0; x < width; x++) {
                    int argb = row[x];
                    line[1 + 4 * x] = (byte) (argb >> 16);
                    line[2 + 4 * x] = (byte) (argb >> 8);
                    line[3 + 4 * x] = (byte) argb;
                    line[4 + 4 * x] = (byte) (argb >>> 24);
                }
                deflater.write(line);
            }
        }
        return packed.toByteArray();
    }

    private static void chunk(String type, byte[] body, OutputStream out) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(body);
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(body.length);
        data.write(name);
        data.write(body);
        data.writeInt((int) crc.getValue());
    }
}
