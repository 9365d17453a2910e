/** What a template is kept under in a workbook: a custom XML part, which Excel carries along. */
export const TEMPLATE_NAMESPACE = 'urn:phuluc:template:1';
