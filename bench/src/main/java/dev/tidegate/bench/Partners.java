package dev.tidegate.bench;

import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;

/**
 * What partners send, in the size they send it: an order of ten lines, an EPCIS document of ten
 * events. Each message has numbers of its own.
 */
final class Partners {
    static final int LINES = 10;

    private Partners() {}

    static byte[] x12(int n) {
        int segments = 7 + 2 * LINES;
        String text =
                "ISA*00*          *00*          *ZZ*BUYER          *ZZ*SELLER         *261124*0930*U*00401*%09d*0*P*>~%n"
                                .formatted(n)
                        + "GS*PO*BUYER*SELLER*20261124*0930*%d*X*004010~%nST*850*0001~%n"
                                .formatted(n)
                        + "BEG*00*SA*PO-%d**20261124~%nCUR*BY*USD~%nDTM*002*20261201~%n"
                                .formatted(n)
                        + "N1*BY*Big Store*UL*0012345000010~%nN1*ST*Big Store North*92*DC1~%n"
                                .formatted()
                        + each(
                                line ->
                                        "PO1*%d*%d*EA*9.95**VP*SKU-%d*UP*012345678905~%nPID*F****Copper pipe, %d mm~%n"
                                                .formatted(line, line * 3, n % 1000 + line, line))
                        + "CTT*%d~%nSE*%d*0001~%nGE*1*%d~%nIEA*1*%09d~%n"
                                .formatted(LINES, segments + 1, n, n);
        return bytes(text);
    }

    static byte[] edifact(int n) {
        int segments = 9 + 5 * LINES;
        String text =
                "UNA:+.? '%nUNB+UNOC:3+4012345000009:14+4098765000010:14+261124:0930+%d'%n"
                                .formatted(n)
                        + "UNH+1+ORDERS:D:96A:UN:EAN008'%nBGM+220+PO-%d+9'%n".formatted(n)
                        + "DTM+137:20261124:102'%nDTM+2:20261201:102'%nNAD+BY+4012345000009::9++Big Store'%nNAD+SF+DC1::92'%nCUX+2:USD:9'%n"
                                .formatted()
                        + each(
                                line ->
                                        "LIN+%d++4012345678901:EN'%nPIA+1+SKU-%d:SA'%nIMD+F++:::Copper pipe, %d mm'%nQTY+21:%d:PCE'%nPRI+AAA:9.95'%n"
                                                .formatted(line, n % 1000 + line, line, line * 3))
                        + "UNS+S'%nUNT+%d+1'%nUNZ+1+%d'%n".formatted(segments, n);
        return bytes(text);
    }

    static byte[] idoc(int n) {
        String text =
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <ORDERS05><IDOC BEGIN="1">
                <EDI_DC40 SEGMENT="1"><TABNAM>EDI_DC40</TABNAM><MANDT>100</MANDT><DOCNUM>%016d</DOCNUM><DIRECT>1</DIRECT><IDOCTYP>ORDERS05</IDOCTYP><MESTYP>ORDERS</MESTYP><SNDPRN>BIGSTORE</SNDPRN><RCVPRN>ACME</RCVPRN><CREDAT>20261124</CREDAT><CRETIM>093015</CRETIM></EDI_DC40>
                <E1EDK01 SEGMENT="1"><CURCY>EUR</CURCY><BELNR>%d</BELNR></E1EDK01>
                <E1EDK03 SEGMENT="1"><IDDAT>012</IDDAT><DATUM>20261124</DATUM></E1EDK03>
                <E1EDKA1 SEGMENT="1"><PARVW>AG</PARVW><PARTN>C-77</PARTN><NAME1>Big Store</NAME1><ILNNR>0012345000010</ILNNR></E1EDKA1>
                <E1EDK02 SEGMENT="1"><QUALF>001</QUALF><BELNR>%d</BELNR><DATUM>20261124</DATUM><UZEIT>083000</UZEIT></E1EDK02>
                """
                                .formatted(n, n, n)
                        + each(
                                line ->
                                        """
                        <E1EDP01 SEGMENT="1"><POSEX>%05d</POSEX><ACTION>001</ACTION><MENGE>%d.000</MENGE><MENEE>PCE</MENEE><PMENE>PCE</PMENE><VPREI>9.95</VPREI><PEINH>1</PEINH>
                        <E1EDP20 SEGMENT="1"><WMENG>%d.000</WMENG><EDATU>20261202</EDATU></E1EDP20>
                        <E1EDP19 SEGMENT="1"><QUALF>001</QUALF><IDTNR>B-%d</IDTNR><KTEXT>Copper pipe</KTEXT></E1EDP19>
                        <E1EDP19 SEGMENT="1"><QUALF>002</QUALF><IDTNR>SKU-%d</IDTNR></E1EDP19>
                        </E1EDP01>
                        """
                                                .formatted(
                                                        line * 10,
                                                        line * 3,
                                                        line * 3,
                                                        line,
                                                        n % 1000 + line))
                        + "</IDOC></ORDERS05>\n";
        return bytes(text);
    }

    static byte[] epcis(int n) {
        String text =
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <epcis:EPCISDocument xmlns:epcis="urn:epcglobal:epcis:xsd:2" schemaVersion="2.0" creationDate="2026-11-24T10:00:00Z">
                <EPCISBody><EventList>
                """
                        + each(
                                line ->
                                        """
                        <ObjectEvent>
                          <eventTime>2026-11-24T09:%02d:00Z</eventTime>
                          <recordTime>2026-11-24T09:59:00Z</recordTime>
                          <eventTimeZoneOffset>+01:00</eventTimeZoneOffset>
                          <eventID>urn:uuid:3a5ee2ea-8c1f-4ba7-%04x-2f3e%08x</eventID>
                          <epcList><epc>urn:epc:id:sgtin:9521141.011111.%d</epc><epc>urn:epc:id:sgtin:9521141.011111.%d</epc></epcList>
                          <action>OBSERVE</action>
                          <bizStep>shipping</bizStep>
                          <disposition>in_transit</disposition>
                          <readPoint><id>urn:epc:id:sgln:9521141.00001.0</id></readPoint>
                          <bizLocation><id>urn:epc:id:sgln:9521141.00001.0</id></bizLocation>
                          <bizTransactionList><bizTransaction type="po">urn:epc:id:gdti:9521141.00001.%d</bizTransaction></bizTransactionList>
                        </ObjectEvent>
                        """
                                                .formatted(
                                                        line,
                                                        line,
                                                        n,
                                                        n * 100 + line,
                                                        n * 100 + line + 50,
                                                        n))
                        + "</EventList></EPCISBody></epcis:EPCISDocument>\n";
        return bytes(text);
    }

    private static String each(IntFunction<String> line) {
        var all = new StringBuilder();
        for (int i = 1; i <= LINES; i++) {
            all.append(line.apply(i));
        }
        return all.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
