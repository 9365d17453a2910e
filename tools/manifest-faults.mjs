/** What is wrong with a manifest that its schema does not see. */
import { all, manifestTree, textAt } from './manifest-tree.mjs';

/** Microsoft takes no version below 1.0, so ours counts one higher than the package's. */
export function manifestVersion(version) {
  const [major = '0', minor = '0', patch = '0'] = version.split(/[.-]/);
  return `${Number(major) + 1}.${minor}.${patch}.0`;
}

/**
 * @param files a file of the site by its path, as bytes; null where there is none
 * @param commands the functions that the code gives to buttons and shortcuts
 * @param version the package's
 * @param isProduction made for an address, not for development
 * @returns a sentence each; none where all is well
 */
export function manifestFaults(xml, { files, commands, version, isProduction }) {
  const tree = manifestTree(xml);
  return [
    ...identityFaults(tree, version, isProduction), ...addressFaults(tree, isProduction), ...resourceFaults(tree), ...textFaults(tree),
    ...iconFaults(tree, files), ...commandFaults(tree, commands), ...runtimeFaults(tree), ...fileFaults(tree, files), ...shortcutFaults(tree, files, commands),
  ];
}

export const DEVELOPMENT_ID = '4437d8a3-be53-4815-8b1d-e0ea9d05951b';
export const PRODUCTION_ID = 'e5a63797-9af5-4dc6-bd25-14fcd0dbb93d';

function identityFaults(tree, version, isProduction) {
  const id = textAt(tree, 'Id');
  const wanted = isProduction ? PRODUCTION_ID : DEVELOPMENT_ID;
  return [
    ...(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id) ? [] : [`Id "${id}" is no GUID`]),
    ...(id === wanted ? [] : [`Id is ${id}: ${isProduction ? 'in production' : 'in development'} it is ${wanted}, for ever`]),
    ...(textAt(tree, 'Version') === manifestVersion(version) ? [] : [`Version is ${textAt(tree, 'Version')}: package ${version} makes it ${manifestVersion(version)}`]),
    ...(textAt(tree, 'Permissions') === 'ReadWriteDocument' ? [] : ['Permissions are not ReadWriteDocument, the least that can write']),
  ];
}

/** Every address in the manifest, with what asks for it. */
function addresses(tree) {
  const named = ['IconUrl', 'HighResolutionIconUrl', 'SupportUrl', 'SourceLocation', 'Image', 'Url', 'Override', 'ExtendedOverrides'];
  return named.flatMap((name) => all(tree, name)).flatMap(({ name, attributes }) => ['DefaultValue', 'Value', 'Url', 'ResourcesUrl'].flatMap((key) => (/^[a-z]+:\/\//i.test(attributes[key] ?? '') ? [{ name, url: attributes[key] }] : [])));
}

/** The address of the page, up to the last slash. */
function siteOf(tree) {
  const page = all(tree, 'DefaultSettings').flatMap((one) => all(one, 'SourceLocation'))[0]?.attributes.DefaultValue ?? '';
  return page.slice(0, page.lastIndexOf('/') + 1);
}

function addressFaults(tree, isProduction) {
  const site = siteOf(tree);
  return addresses(tree).flatMap(({ name, url }) => [
    ...(url.startsWith('https://') ? [] : [`${name} "${url}" is not https`]),
    ...(isProduction && /^https?:\/\/(?:localhost|127\.|\[::1\])/i.test(url) ? [`${name} "${url}" is this machine, in production`] : []),
    ...(url.startsWith(site) ? [] : [`${name} "${url}" is not under ${site}`]),
    ...(/[{}~]|\$\{/.test(url) ? [`${name} "${url}" has a gap that nobody filled`] : []),
  ]);
}

/** Which list of resources an element takes its text or address from. */
const LISTS = {
  Images: ['Image'], Urls: ['SourceLocation', 'FunctionFile', 'LearnMoreUrl', 'Runtime'], ShortStrings: ['Label', 'Title', 'Namespace'], LongStrings: ['Description'],
};

function resourceFaults(tree) {
  const overrides = tree.children.find(({ name }) => name === 'VersionOverrides') ?? { children: [] };
  const ids = Object.fromEntries(Object.keys(LISTS).map((list) => [list, all(overrides, list).flatMap(({ children }) => children.map(({ attributes }) => attributes.id ?? ''))]));
  const asked = Object.entries(LISTS).flatMap(([list, names]) => names.flatMap((one) => all(overrides, one)).map(({ name, attributes }) => ({ list, name, id: attributes.resid })));
  const dangling = asked.filter(({ list, id }) => id !== undefined && !ids[list].includes(id));
  const known = Object.values(ids).flat();
  const wanted = new Set(asked.map(({ id }) => id));
  return [
    ...dangling.map(({ list, name, id }) => `${name} asks for "${id}", which ${list} do not have`),
    ...known.filter((id) => id.length > 32).map((id) => `Resource "${id}" has more than 32 characters`),
    ...known.filter((id) => !wanted.has(id)).map((id) => `Resource "${id}" is asked for by nothing`),
    ...twice(known).map((id) => `Resource "${id}" stands twice`),
  ];
}

function twice(list) {
  return [...new Set(list.filter((one, i) => list.indexOf(one) !== i))];
}

/** Longest texts by list, in every language. */
const LENGTHS = { ShortStrings: 125, LongStrings: 250 };
const TOP = { DisplayName: 125, Description: 250 };

function textFaults(tree) {
  const top = Object.entries(TOP).flatMap(([name, most]) => tree.children.filter((one) => one.name === name).map((one) => ({ what: name, most, one })));
  const lists = Object.entries(LENGTHS).flatMap(([list, most]) => all(tree, list).flatMap(({ children }) => children.map((one) => ({ what: one.attributes.id ?? '', most, one }))));
  return [...top, ...lists].flatMap(({ what, most, one }) => {
    const own = one.children.filter(({ name }) => name === 'Override');
    const isName = what === 'Functions.Namespace';
    const texts = [one, ...own].map(({ attributes }) => attributes.DefaultValue ?? attributes.Value ?? '');
    return [
      ...texts.filter((text) => text.length > most || text.trim() === '').map((text) => `${what} has ${text.length} characters: from 1 to ${most} are shown`),
      ...(isName || own.some(({ attributes }) => attributes.Locale === 'vi-VN') ? [] : [`${what} has no Vietnamese`]),
      ...(isName && (own.length > 0 || !/^[A-Za-z\d._]+$/.test(texts[0])) ? ['Functions.Namespace is a name in every workbook: one, without translation'] : []),
    ];
  });
}

/** The width and height of a PNG; null of anything else. */
export function pngSize(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isPng = bytes.length > 24 && view.getUint32(0) === 0x89_50_4E_47;
  return isPng ? [view.getUint32(16), view.getUint32(20)] : null;
}

function iconFaults(tree, files) {
  const images = new Map(all(tree, 'Images').flatMap(({ children }) => children.map(({ attributes }) => [attributes.id, attributes.DefaultValue])));
  const wanted = [
    ...all(tree, 'IconUrl').map(({ attributes }) => [attributes.DefaultValue, 32]),
    ...all(tree, 'HighResolutionIconUrl').map(({ attributes }) => [attributes.DefaultValue, 64]),
    ...all(tree, 'Image').filter(({ attributes }) => attributes.resid !== undefined).map(({ attributes }) => [images.get(attributes.resid), Number(attributes.size)]),
  ];
  const sizes = all(tree, 'Icon').flatMap(({ children }) => [16, 32, 80].filter((size) => !children.some(({ attributes }) => Number(attributes.size) === size)).map((size) => `An icon lacks the size ${size}`));
  return [...new Set([...sizes, ...wanted.flatMap(([url, size]) => iconFault(url, size, siteOf(tree), files))])];
}

function iconFault(url, size, site, files) {
  if (url === undefined || !url.startsWith(site)) return [];
  const bytes = files(url.slice(site.length));
  if (bytes === null) return [`Icon ${url} is not there`];
  const real = pngSize(bytes);
  if (real === null) return [`Icon ${url} is no PNG`];
  return real[0] === size && real[1] === size ? [] : [`Icon ${url} is ${real.join(' × ')}, and stands for ${size} × ${size}`];
}

function commandFaults(tree, commands) {
  const ids = ['CustomTab', 'Group', 'Control'].flatMap((name) => all(tree, name)).map(({ attributes }) => attributes.id);
  return [
    ...all(tree, 'FunctionName').filter(({ text }) => !commands.includes(text)).map(({ text }) => `A button runs "${text}", which no code gives`),
    ...twice(ids).map((id) => `The id "${id}" stands twice`),
    ...all(tree, 'Action').filter(({ attributes, children }) => attributes.type === 'ShowTaskpane' && !children.some(({ name }) => name === 'TaskpaneId')).map(() => 'A button opens a second panel: it has no TaskpaneId'),
  ];
}

/** One page serves functions, commands and panel: four elements name it alike, and it stays. */
function runtimeFaults(tree) {
  const [runtime, ...more] = all(tree, 'Runtime');
  if (runtime === undefined || more.length > 0) return ['There is not exactly one Runtime'];
  const { resid, lifetime } = runtime.attributes;
  const pages = [...all(tree, 'Page'), ...all(tree, 'Action')].flatMap((one) => all(one, 'SourceLocation')).map(({ attributes }) => attributes.resid);
  const files = all(tree, 'FunctionFile').map(({ attributes }) => attributes.resid);
  return [
    ...(lifetime === 'long' ? [] : ['The Runtime is not long: functions and panel would not share a page']),
    ...[...pages, ...files].filter((one) => one !== resid).map((one) => `"${one}" is another page than the Runtime's "${resid}"`),
  ];
}

function fileFaults(tree, files) {
  const site = siteOf(tree);
  const gone = addresses(tree).filter(({ url }) => url.startsWith(site) && files(decodeURI(url.slice(site.length))) === null);
  return [...new Set(gone.map(({ url }) => `${url} is not in the site`))].filter((one) => !/\.png is/.test(one));
}

function shortcutFaults(tree, files, commands) {
  const site = siteOf(tree);
  return all(tree, 'ExtendedOverrides').flatMap(({ attributes: { Url: url = '' } }) => {
    const bytes = url.startsWith(site) ? files(url.slice(site.length)) : null;
    return bytes === null ? [] : shortcutsFaults(new TextDecoder().decode(bytes), commands);
  });
}

const KEYS = /^(?:(?:Ctrl|Alt|Shift|Command|Option)\+)+[A-Z\d]$/;

/** What is wrong with a file of shortcuts. */
export function shortcutsFaults(text, commands) {
  let read;
  try {
    read = JSON.parse(text);
  } catch {
    return ['The shortcuts are no JSON'];
  }
  const { actions = [], shortcuts = [] } = read;
  const ids = new Set(actions.map(({ id }) => id));
  const keys = shortcuts.flatMap(({ key = {} }) => Object.entries(key).map(([platform, keys]) => `${platform} ${keys}`));
  return [
    ...actions.filter(({ id, type, name }) => type !== 'ExecuteFunction' || !commands.includes(id) || !name).map(({ id }) => `The shortcut action "${id}" runs nothing that the code gives`),
    ...shortcuts.filter(({ action }) => !ids.has(action)).map(({ action }) => `A shortcut asks for the action "${action}", which is not there`),
    ...shortcuts.filter(({ key }) => typeof key?.default !== 'string').map(({ action }) => `The shortcut of "${action}" has no default`),
    ...keys.filter((one) => !KEYS.test(one.split(' ')[1] ?? '')).map((one) => `"${one}" is no key with Ctrl, Alt, Shift or Command`),
    ...twice(keys).map((one) => `"${one}" stands twice`),
  ];
}
