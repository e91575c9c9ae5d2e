import { Controller, Get, Header, Inject } from '@nestjs/common';
import { Permit } from '../callers/permit.js';
import { documentRead } from './read-routes.js';

/** Holds the document once the routes it describes are there. */
export class PublishedDocument {
  private text: string | undefined;
  private build: (() => object) | undefined;

  describe(build: () => object): void {
    this.build = build;
  }

  read(): string {
    return (this.text ??= JSON.stringify(this.build?.() ?? {}));
  }
}

@Controller('openapi.json')
export class OpenApiController {
  constructor(@Inject(PublishedDocument) private readonly published: PublishedDocument) {}

  @Get()
  @Permit('open')
  @documentRead('document')
  @Header('content-type', 'application/json; charset=utf-8')
  document(): string {
    return this.published.read();
  }
}
