package dev.tidegate.processing.epcis;

import dev.tidegate.platform.gs1.Cbv;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a sensor tells: attributes in XML, members in JSON. */
final class SensorForm {
    static final Map<String, Shape> ELEMENT =
            Shape.members(
                    "sensorMetadata",
                    Shape.object(metadata()),
                    "sensorReport",
                    Shape.list(Shape.object(report())));

    private SensorForm() {}

    private static Map<String, Shape> metadata() {
        var metadata = new LinkedHashMap<String, Shape>();
        List.of("time", "startTime", "endTime").forEach(name -> metadata.put(name, Shape.TIME));
        List.of("deviceID", "deviceMetadata", "rawData", "dataProcessingMethod", "bizRules")
                .forEach(name -> metadata.put(name, Shape.TEXT));
        return metadata;
    }

    private static Map<String, Shape> report() {
        var report = new LinkedHashMap<String, Shape>();
        report.put("type", Shape.word(Cbv.WEB));
        report.put("exception", Shape.word(Cbv.WEB));
        report.put("time", Shape.TIME);
        List.of("value", "minValue", "maxValue", "meanValue", "sDev", "percRank", "percValue")
                .forEach(name -> report.put(name, Shape.NUMBER));
        report.put("booleanValue", Shape.TRUTH);
        report.put("component", Shape.word(Cbv.SENSOR_COMPONENT));
        List.of(
                        "stringValue",
                        "hexBinaryValue",
                        "uriValue",
                        "uom",
                        "deviceID",
                        "deviceMetadata",
                        "rawData",
                        "dataProcessingMethod",
                        "microorganism",
                        "chemicalSubstance",
                        "coordinateReferenceSystem")
                .forEach(name -> report.put(name, Shape.TEXT));
        return report;
    }
}
