/** A chart as a PNG, drawn by the browser itself: the picture, its title and its legend. */
export async function picture(chart: SVGSVGElement, title: string, legend: readonly { name: string; colour: string }[]): Promise<Blob> {
  const { width, height } = chart.getBoundingClientRect();
  const rows = Math.ceil(legend.length / 4);
  const canvas = document.createElement('canvas');
  const scale = 2;
  canvas.width = (width + 32) * scale;
  canvas.height = (height + 64 + rows * 22) * scale;
  const ink = canvas.getContext('2d') as CanvasRenderingContext2D;
  ink.scale(scale, scale);
  const look = getComputedStyle(document.documentElement);
  ink.fillStyle = look.getPropertyValue('--surface');
  ink.fillRect(0, 0, canvas.width, canvas.height);
  ink.fillStyle = look.getPropertyValue('--text');
  ink.font = `600 15px ${look.fontFamily}`;
  ink.fillText(title, 16, 28);
  ink.drawImage(await drawn(chart, width, height), 16, 40, width, height);
  write(ink, legend, { top: height + 58, width, look });
  return new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('no picture'))), 'image/png'));
}

function write(ink: CanvasRenderingContext2D, legend: readonly { name: string; colour: string }[], at: { top: number; width: number; look: CSSStyleDeclaration }): void {
  ink.font = `13px ${at.look.fontFamily}`;
  legend.forEach(({ name, colour }, n) => {
    const x = 16 + (n % 4) * (at.width / 4);
    const y = at.top + Math.floor(n / 4) * 22;
    ink.fillStyle = colour;
    ink.fillRect(x, y - 10, 10, 10);
    ink.fillStyle = at.look.getPropertyValue('--text');
    ink.fillText(name.length > 26 ? `${name.slice(0, 25)}…` : name, x + 16, y);
  });
}

const KEPT = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'font-size', 'font-style', 'font-family', 'text-anchor'];

/** The same drawing with every style it has from the page written into it. */
async function drawn(chart: SVGSVGElement, width: number, height: number): Promise<HTMLImageElement> {
  const copy = chart.cloneNode(true) as SVGSVGElement;
  const originals = chart.querySelectorAll('*');
  copy.querySelectorAll('*').forEach((element, at) => {
    const style = getComputedStyle(originals[at]);
    KEPT.forEach((name) => element.setAttribute(name, style.getPropertyValue(name)));
    element.removeAttribute('class');
  });
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  return image;
}

export function download(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
