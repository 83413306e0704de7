/** A linked program and where its uniforms are. */
export interface Program<Name extends string> {
  readonly program: WebGLProgram;
  readonly uniforms: Readonly<Record<Name, WebGLUniformLocation | null>>;
}

/** @throws {Error} when a shader does not compile: a fault of this package. A lost context is not an error. */
export function createProgram<Name extends string>(
  gl: WebGL2RenderingContext,
  sources: { readonly vertex: string; readonly fragment: string },
  uniformNames: readonly Name[],
): Program<Name> {
  const program = gl.createProgram();
  for (const [type, source] of [
    [gl.VERTEX_SHADER, sources.vertex],
    [gl.FRAGMENT_SHADER, sources.fragment],
  ] as const) {
    const shader = gl.createShader(type);
    if (shader === null) continue;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
    gl.deleteShader(shader);
  }
  gl.linkProgram(program);
  if (gl.getProgramParameter(program, gl.LINK_STATUS) === false && !gl.isContextLost()) {
    const logs = (gl.getAttachedShaders(program) ?? []).map((shader) => gl.getShaderInfoLog(shader));
    throw new Error(`viewer: ${[gl.getProgramInfoLog(program), ...logs].join('\n')}`);
  }
  const locations = uniformNames.map((name) => [name, gl.getUniformLocation(program, name)]);
  return { program, uniforms: Object.fromEntries(locations) as Program<Name>['uniforms'] };
}
