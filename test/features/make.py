"""Writes the workbooks of this folder: each has one feature that programs lose when they save a workbook anew.

    python -m pip install XlsxWriter==3.2.9 openpyxl==3.1.5
    python test/features/make.py

XlsxWriter and openpyxl write what they know; parts that neither knows are put in by hand. The same bytes each run.
"""
import datetime
import io
import os
import struct
import zipfile
import zlib

import openpyxl
import openpyxl.chart
import xlsxwriter

HERE = os.path.dirname(os.path.abspath(__file__))
DAY = datetime.datetime(2021, 1, 1)
MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
PKG = 'http://schemas.openxmlformats.org/package/2006/relationships'
MS = 'http://schemas.microsoft.com/office'


def png():
    def chunk(kind, data):
        return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))
    rows = b''.join(b'\0' + b'\xc0\x20\x20' * 8 for _ in range(8))
    return b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', 8, 8, 8, 2, 0, 0, 0)) + chunk(b'IDAT', zlib.compress(rows)) + chunk(b'IEND', b'')


def fill(sheet):
    for row, (name, last, now) in enumerate([('Tổng số HTX', 100, 110), ('Nông nghiệp', 60, 66), ('Phi nông nghiệp', 40, 44)], 1):
        sheet.write_row(row, 0, [name, last, now])
        sheet.write_formula(row, 3, f'=C{row + 1}/B{row + 1}', None, 1.1)
    sheet.write_row(0, 0, ['Chỉ tiêu', 'Năm 2019', 'Năm 2020', 'Tỷ lệ'])


def written(name, make, options=None):
    """A workbook by XlsxWriter: a filled sheet, and what make does to it."""
    book = xlsxwriter.Workbook(os.path.join(HERE, name), options or {})
    book.set_properties({'created': DAY})
    sheet = book.add_worksheet('Phụ lục')
    fill(sheet)
    make(book, sheet)
    book.close()


def rezipped(name, parts):
    with zipfile.ZipFile(os.path.join(HERE, name), 'w', zipfile.ZIP_DEFLATED) as out:
        for path, data in parts.items():
            out.writestr(zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)


def base():
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    book.set_properties({'created': DAY})
    fill(book.add_worksheet('Phụ lục'))
    book.close()
    with zipfile.ZipFile(stream) as source:
        return {one: source.read(one) for one in source.namelist()}


def rels(*items):
    body = ''.join(f'<Relationship Id="{i}" Type="{kind if "://" in kind else REL + "/" + kind}" Target="{target}"{mode}/>' for i, kind, target, mode in items)
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="{PKG}">{body}</Relationships>'.encode()


def handmade(name, parts, types=(), workbook_rels='', sheet_tail='', workbook_tail='', change=None):
    """The base workbook with parts of its own, what points to them, and changes to the text of others."""
    made = base()
    overrides = ''.join(f'<Override PartName="/{path}" ContentType="{kind}"/>' if '/' in path else f'<Default Extension="{path}" ContentType="{kind}"/>' for path, kind in types)
    made['[Content_Types].xml'] = made['[Content_Types].xml'].replace(b'</Types>', overrides.encode() + b'</Types>')
    made['xl/_rels/workbook.xml.rels'] = made['xl/_rels/workbook.xml.rels'].replace(b'</Relationships>', workbook_rels.encode() + b'</Relationships>')
    made['xl/worksheets/sheet1.xml'] = made['xl/worksheets/sheet1.xml'].replace(b'</worksheet>', sheet_tail.encode() + b'</worksheet>')
    made['xl/workbook.xml'] = made['xl/workbook.xml'].replace(b'</workbook>', workbook_tail.encode() + b'</workbook>')
    for path, data in parts.items():
        made[path] = data if isinstance(data, bytes) else data.encode()
    for path, (old, new) in (change or {}).items():
        assert old.encode() in made[path], (name, path, old)
        made[path] = made[path].replace(old.encode(), new.encode())
    rezipped(name, made)


def chart(kind, **more):
    def make(book, sheet):
        one = book.add_chart({'type': kind, **more})
        one.add_series({'categories': "='Phụ lục'!$A$2:$A$4", 'values': "='Phụ lục'!$C$2:$C$4", 'trendline': {'type': 'linear'} if kind == 'line' else None})
        one.set_title({'name': 'Số HTX'})
        sheet.insert_chart('F2', one)
    return make


def chartsheet(book, sheet):
    one = book.add_chart({'type': 'bar'})
    one.add_series({'values': "='Phụ lục'!$C$2:$C$4"})
    book.add_chartsheet('Biểu đồ').set_chart(one)


def conditional(book, sheet):
    red = book.add_format({'bg_color': '#FFC7CE'})
    sheet.conditional_format('B2:B4', {'type': 'cell', 'criteria': '>', 'value': 50, 'format': red})
    sheet.conditional_format('C2:C4', {'type': 'data_bar', 'data_bar_2010': True, 'bar_color': '#63C384'})
    sheet.conditional_format('D2:D4', {'type': 'icon_set', 'icon_style': '3_traffic_lights'})
    sheet.conditional_format('B2:C4', {'type': '3_color_scale'})


def validation(book, sheet):
    sheet.data_validation('E2:E4', {'validate': 'list', 'source': ['Đạt', 'Chưa đạt'], 'input_title': 'Chọn'})
    sheet.data_validation('B2:C4', {'validate': 'decimal', 'criteria': '>=', 'value': 0, 'error_title': 'Số âm'})


def names(book, sheet):
    book.define_name('HTX_2020', "='Phụ lục'!$C$2")
    book.define_name("'Phụ lục'!Riêng", "='Phụ lục'!$B$2:$B$4")
    sheet.write_formula('F2', '=HTX_2020*2', None, 220)


def rich(book, sheet):
    bold = book.add_format({'bold': True})
    sheet.write_rich_string('A6', 'Tổng ', bold, 'số', ' HTX')


def protection(book, sheet):
    sheet.protect('mat-khau', {'format_cells': True})
    sheet.unprotect_range('B2:C4', 'Nhập')
    sheet.write('B2', 100, book.add_format({'locked': False}))


def printing(book, sheet):
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.print_area('A1:D4')
    sheet.repeat_rows(0)
    sheet.set_header('&L&"Times New Roman"Liên minh HTX&RTrang &P/&N')
    sheet.set_h_pagebreaks([20])
    sheet.set_margins(0.3, 0.3, 0.4, 0.4)
    sheet.fit_to_pages(1, 0)


def header_image(book, sheet):
    sheet.set_header('&L&G', {'image_left': 'dau.png', 'image_data_left': io.BytesIO(png())})


def arrays(book, sheet):
    sheet.write_array_formula('F2:F4', '{=B2:B4*2}', None, 200)
    sheet.write_array_formula('G2', '{=SUM(B2:B4*C2:C4)}', None, 16720)


def dynamic(book, sheet):
    sheet.write_dynamic_array_formula('F2:F4', '=SORT(B2:B4)', None, 40)
    sheet.write_formula('H2', '=SUM(F2#)', None, 200)


def tables(book, sheet):
    sheet.add_table('A1:D4', {'name': 'Bảng', 'columns': [{'header': 'Chỉ tiêu'}, {'header': 'Năm 2019'}, {'header': 'Năm 2020'}, {'header': 'Tỷ lệ', 'formula': '=[@[Năm 2020]]/[@[Năm 2019]]'}]})


def outline(book, sheet):
    sheet.set_row(2, None, None, {'level': 1, 'hidden': True})
    sheet.set_row(3, None, None, {'level': 1})
    sheet.set_column('C:C', 12, None, {'level': 1, 'collapsed': True})


def hidden(book, sheet):
    book.add_worksheet('Ẩn').hide()
    book.add_worksheet('Ẩn hẳn').very_hidden()


def views(book, sheet):
    sheet.freeze_panes(1, 1)
    sheet.set_zoom(120)
    sheet.right_to_left()
    sheet.set_tab_color('#FF9900')
    book.add_worksheet('Hai').activate()


def formats(book, sheet):
    sheet.write('A6', 'Xoay', book.add_format({'rotation': 45, 'pattern': 3, 'border': 5, 'diag_type': 3, 'indent': 2, 'font_strikeout': True}))
    sheet.merge_range('A8:D9', 'Gộp', book.add_format({'align': 'center', 'num_format': '[>100]#,##0.0;[Red]-0.0'}))
    sheet.set_column('B:B', 18, book.add_format({'num_format': '#,##0'}))


def textbox(book, sheet):
    sheet.insert_textbox('F2', 'Ghi chú của phòng', {'fill': {'color': '#FFFFCC'}})


def controls(book, sheet):
    sheet.insert_button('F2', {'caption': 'Tính', 'macro': 'Tinh'})
    sheet.write_comment('B2', 'Số liệu quý IV')


def links(book, sheet):
    sheet.write_url('A6', 'https://example.org/bao-cao', string='Báo cáo', tip='Mở')
    sheet.write_url('A7', "internal:'Phụ lục'!B2", string='Về B2')


def errors(book, sheet):
    sheet.ignore_errors({'number_stored_as_text': 'A1:D9', 'formula_differs': 'D2:D4'})
    sheet.write_string('E2', '0123')


def filters(book, sheet):
    sheet.autofilter('A1:D4')
    sheet.filter_column('B', 'x > 50')
    sheet.set_row(3, None, None, {'hidden': True})


def properties(book, sheet):
    book.set_custom_property('Đơn vị', 'Liên minh HTX tỉnh')
    book.set_custom_property('Ngày nộp', DAY)


def commented(book, sheet):
    sheet.write_comment('B2', 'Số liệu quý IV', {'author': 'Lan', 'color': '#CCFFCC'})
    sheet.write_comment('C3', 'Đã đối chiếu', {'author': 'Minh', 'visible': True})


WRITTEN = {
    'chart-column': chart('column'), 'chart-line-trend': chart('line'), 'chart-doughnut': chart('doughnut'), 'chart-scatter': chart('scatter'), 'chart-sheet': chartsheet,
    'sparklines': lambda book, sheet: sheet.add_sparkline('F2', {'range': "'Phụ lục'!B2:C2", 'markers': True}),
    'comments': commented, 'conditional-formats': conditional, 'data-validations': validation, 'defined-names': names,
    'image': lambda book, sheet: sheet.insert_image('F2', 'dau.png', {'image_data': io.BytesIO(png()), 'description': 'Con dấu'}),
    'image-in-cell': lambda book, sheet: sheet.embed_image('F2', 'dau.png', {'image_data': io.BytesIO(png())}),
    'background': lambda book, sheet: sheet.set_background(io.BytesIO(png()), True),
    'rich-text': rich, 'protection': protection, 'print-settings': printing, 'header-image': header_image, 'array-formulas': arrays, 'dynamic-arrays': dynamic, 'tables': tables,
    'outline': outline, 'hidden-sheets': hidden, 'views': views, 'formats': formats, 'textbox': textbox, 'form-controls': controls, 'hyperlinks': links,
    'ignored-errors': errors, 'auto-filter': filters, 'custom-properties': properties,
}

for feature, make in WRITTEN.items():
    written(f'{feature}.xlsx', make)
written('dates-1904.xlsx', lambda book, sheet: sheet.write_datetime('E2', DAY, book.add_format({'num_format': 'd/m/yyyy'})), {'date_1904': True})

# What XlsxWriter does not write.
handmade('macros.xlsm', {'xl/vbaProject.bin': b'\xd0\xcf\x11\xe0' + bytes(range(256)) * 4}, [('bin', 'application/vnd.ms-office.vbaProject')],
         f'<Relationship Id="rId90" Type="{MS}/2006/relationships/vbaProject" Target="vbaProject.bin"/>', change={'[Content_Types].xml': ('spreadsheetml.sheet.main+xml', 'ms-excel.sheet.macroEnabled.main+xml')})
handmade('custom-xml.xlsx', {'customXml/item1.xml': '<ho-so xmlns="urn:ho-so"><so>12</so></ho-so>', 'customXml/itemProps1.xml': '<ds:datastoreItem ds:itemID="{00000000-0000-4000-8000-000000000001}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>', 'customXml/_rels/item1.xml.rels': rels(('rId1', 'customXmlProps', 'itemProps1.xml', ''))},
         [('customXml/itemProps1.xml', 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml')], f'<Relationship Id="rId90" Type="{REL}/customXml" Target="../customXml/item1.xml"/>')
handmade('threaded-comments.xlsx', {
    'xl/worksheets/_rels/sheet1.xml.rels': rels(('rId1', 'vmlDrawing', '../drawings/vmlDrawing1.vml', ''), ('rId2', 'comments', '../comments1.xml', ''), ('rId3', f'{MS}/2017/10/relationships/threadedComment', '../threadedComments/threadedComment1.xml', '')),
    'xl/comments1.xml': f'<comments xmlns="{MAIN}"><authors><author>tc={{00000000-0000-4000-8000-000000000002}}</author></authors><commentList><comment ref="B2" authorId="0" shapeId="0"><text><t>[Threaded comment]\n\nComment:\n    Xem lại số này</t></text></comment></commentList></comments>',
    'xl/threadedComments/threadedComment1.xml': f'<ThreadedComments xmlns="{MS}/spreadsheetml/2018/threadedcomments"><threadedComment ref="B2" dT="2021-01-01T00:00:00.00" personId="{{00000000-0000-4000-8000-000000000003}}" id="{{00000000-0000-4000-8000-000000000002}}"><text>Xem lại số này</text></threadedComment></ThreadedComments>',
    'xl/persons/person.xml': f'<personList xmlns="{MS}/spreadsheetml/2018/threadedcomments"><person displayName="Lan" id="{{00000000-0000-4000-8000-000000000003}}" userId="lan" providerId="None"/></personList>',
    'xl/drawings/vmlDrawing1.vml': '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/><v:shape id="_x0000_s1025" type="#_x0000_t202" style="visibility:hidden"><x:ClientData ObjectType="Note"><x:Row>1</x:Row><x:Column>1</x:Column></x:ClientData></v:shape></xml>'},
    [('vml', 'application/vnd.openxmlformats-officedocument.vmlDrawing'), ('xl/comments1.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml'), ('xl/threadedComments/threadedComment1.xml', 'application/vnd.ms-excel.threadedcomments+xml'), ('xl/persons/person.xml', 'application/vnd.ms-excel.person+xml')],
    f'<Relationship Id="rId90" Type="{MS}/2017/10/relationships/person" Target="persons/person.xml"/>', '<legacyDrawing r:id="rId1"/>')
handmade('external-link.xlsx', {
    'xl/externalLinks/externalLink1.xml': f'<externalLink xmlns="{MAIN}"><externalBook xmlns:r="{REL}" r:id="rId1"><sheetNames><sheetName val="Năm trước"/></sheetNames><sheetDataSet><sheetData sheetId="0"><row r="2"><cell r="B2"><v>100</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>',
    'xl/externalLinks/_rels/externalLink1.xml.rels': rels(('rId1', 'externalLinkPath', 'nam-truoc.xlsx', ' TargetMode="External"'))},
    [('xl/externalLinks/externalLink1.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml')], f'<Relationship Id="rId90" Type="{REL}/externalLink" Target="externalLinks/externalLink1.xml"/>',
    change={'xl/workbook.xml': ('</sheets>', '</sheets><externalReferences><externalReference r:id="rId90"/></externalReferences>'), 'xl/worksheets/sheet1.xml': ('<f>C2/B2</f>', "<f>'[1]Năm trước'!B2/100</f>")})
FIELDS = ''.join(f'<cacheField name="{one}" numFmtId="0"><sharedItems/></cacheField>' for one in ('Chỉ tiêu', 'Năm 2019', 'Năm 2020', 'Tỷ lệ'))
PIVOT = {
    'xl/pivotCache/pivotCacheDefinition1.xml': f'<pivotCacheDefinition xmlns="{MAIN}" xmlns:r="{REL}" saveData="0" refreshOnLoad="1" recordCount="0"><cacheSource type="worksheet"><worksheetSource ref="A1:D4" sheet="Phụ lục"/></cacheSource><cacheFields count="4">{FIELDS}</cacheFields></pivotCacheDefinition>',
    'xl/pivotTables/pivotTable1.xml': f'<pivotTableDefinition xmlns="{MAIN}" name="Tổng hợp" cacheId="7" dataCaption="Giá trị"><location ref="H2:I4" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/><pivotFields count="4"><pivotField showAll="0"/><pivotField dataField="1" showAll="0"/><pivotField showAll="0"/><pivotField showAll="0"/></pivotFields><dataFields count="1"><dataField name="Tổng" fld="1" baseField="0" baseItem="0"/></dataFields></pivotTableDefinition>',
    'xl/pivotTables/_rels/pivotTable1.xml.rels': rels(('rId1', 'pivotCacheDefinition', '../pivotCache/pivotCacheDefinition1.xml', '')),
    'xl/worksheets/_rels/sheet1.xml.rels': rels(('rId1', 'pivotTable', '../pivotTables/pivotTable1.xml', ''))}
PIVOT_TYPES = [('xl/pivotCache/pivotCacheDefinition1.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.pivotCacheDefinition+xml'), ('xl/pivotTables/pivotTable1.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.pivotTable+xml')]
PIVOT_REL = f'<Relationship Id="rId90" Type="{REL}/pivotCacheDefinition" Target="pivotCache/pivotCacheDefinition1.xml"/>'
handmade('pivot-table.xlsx', PIVOT, PIVOT_TYPES, PIVOT_REL, workbook_tail='<pivotCaches><pivotCache cacheId="7" r:id="rId90"/></pivotCaches>')
handmade('slicer.xlsx', {**PIVOT,
    'xl/slicers/slicer1.xml': f'<slicers xmlns="{MS}/spreadsheetml/2009/9/main"><slicer name="Chỉ tiêu" cache="Slicer_1" caption="Chỉ tiêu" rowHeight="241300"/></slicers>',
    'xl/slicerCaches/slicerCache1.xml': f'<slicerCacheDefinition xmlns="{MS}/spreadsheetml/2009/9/main" name="Slicer_1" sourceName="Chỉ tiêu"><pivotTables><pivotTable tabId="1" name="Tổng hợp"/></pivotTables></slicerCacheDefinition>',
    'xl/worksheets/_rels/sheet1.xml.rels': rels(('rId1', 'pivotTable', '../pivotTables/pivotTable1.xml', ''), ('rId2', f'{MS}/2007/relationships/slicer', '../slicers/slicer1.xml', ''))},
    [*PIVOT_TYPES, ('xl/slicers/slicer1.xml', 'application/vnd.ms-excel.slicer+xml'), ('xl/slicerCaches/slicerCache1.xml', 'application/vnd.ms-excel.slicerCache+xml')],
    PIVOT_REL + f'<Relationship Id="rId91" Type="{MS}/2007/relationships/slicerCache" Target="slicerCaches/slicerCache1.xml"/>',
    f'<extLst><ext uri="{{A8765BA9-456A-4dab-B4F3-ACF838C121DE}}" xmlns:x14="{MS}/spreadsheetml/2009/9/main"><x14:slicerList><x14:slicer r:id="rId2"/></x14:slicerList></ext></extLst>',
    '<pivotCaches><pivotCache cacheId="7" r:id="rId90"/></pivotCaches>')
handmade('shared-formulas.xlsx', {}, change={'xl/worksheets/sheet1.xml': ('<f>C2/B2</f>', '<f t="shared" ref="D2:D4" si="0">C2/B2</f>')})
handmade('printer-settings.xlsx', {'xl/printerSettings/printerSettings1.bin': bytes(range(256)) * 2, 'xl/worksheets/_rels/sheet1.xml.rels': rels(('rId1', 'printerSettings', '../printerSettings/printerSettings1.bin', ''))},
         [('bin', 'application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings')], sheet_tail='<pageSetup paperSize="9" r:id="rId1"/>')
handmade('embedded-object.xlsx', {'xl/embeddings/oleObject1.bin': b'\xd0\xcf\x11\xe0' + b'doi tuong' * 40, 'xl/worksheets/_rels/sheet1.xml.rels': rels(('rId1', 'oleObject', '../embeddings/oleObject1.bin', ''))},
         [('bin', 'application/vnd.openxmlformats-officedocument.oleObject')], sheet_tail='<oleObjects><oleObject progId="Package" shapeId="1025" r:id="rId1"/></oleObjects>')
handmade('connection.xlsx', {'xl/connections.xml': f'<connections xmlns="{MAIN}"><connection id="1" name="Nguồn" type="4" refreshedVersion="6"><webPr url="https://example.org"/></connection></connections>'},
         [('xl/connections.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.connections+xml')], f'<Relationship Id="rId90" Type="{REL}/connections" Target="connections.xml"/>')
handmade('unknown-parts.xlsx', {'xl/tuongLai/part1.xml': '<tl:x xmlns:tl="urn:tuong-lai"/>', 'docMetadata/LabelInfo.xml': '<labelList/>'},
         [('xl/tuongLai/part1.xml', 'application/vnd.tuong-lai+xml')], '<Relationship Id="rId90" Type="urn:tuong-lai" Target="tuongLai/part1.xml"/>',
         f'<extLst><ext uri="{{11111111-2222-4333-8444-555555555555}}"><tl:y xmlns:tl="urn:tuong-lai" so="1"/></ext></extLst>')
handmade('calc-chain.xlsx', {'xl/calcChain.xml': f'<calcChain xmlns="{MAIN}"><c r="D2" i="1"/><c r="D3" i="1"/><c r="D4" i="1"/></calcChain>'},
         [('xl/calcChain.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml')], f'<Relationship Id="rId90" Type="{REL}/calcChain" Target="calcChain.xml"/>')
strict = {path: (data.replace(MAIN.encode(), b'http://purl.oclc.org/ooxml/spreadsheetml/main').replace(REL.encode(), b'http://purl.oclc.org/ooxml/officeDocument/relationships') if path.endswith(('.xml', '.rels')) else data) for path, data in base().items()}
rezipped('strict.xlsx', strict)

book = openpyxl.Workbook()
book.properties.created = book.properties.modified = DAY
sheet = book.active
sheet.title = 'Phụ lục'
for row in [['Chỉ tiêu', 'Năm 2019', 'Năm 2020'], ['Tổng số HTX', 100, 110], ['Nông nghiệp', 60, 66]]:
    sheet.append(row)
area = openpyxl.chart.AreaChart()
area.add_data(openpyxl.chart.Reference(sheet, min_col=2, min_row=1, max_row=3), titles_from_data=True)
sheet.add_chart(area, 'F2')
stream = io.BytesIO()
book.save(stream)
with zipfile.ZipFile(stream) as source:
    kept = {one: source.read(one) for one in source.namelist()}
import re
kept['docProps/core.xml'] = re.sub(rb'(<dcterms:modified[^>]*>)[^<]*', rb'\g<1>2021-01-01T00:00:00Z', kept['docProps/core.xml'])
rezipped('by-openpyxl.xlsx', kept)
