import { Controller, Get, Param } from '@nestjs/common';
import { frameOf } from '#application/evaluation/draft-sheet.js';
import type { ScoringFrame } from '#application/scoring/frame.js';
import { frames } from '#application/scoring/frames/index.js';
import { Permit } from '../callers/permit.js';
import { documentRead } from '../openapi/read-routes.js';
import { CodeParams } from '../queries/query.dto.js';

type Head = Pick<ScoringFrame, 'code' | 'version' | 'name' | 'level' | 'province' | 'validFrom'>;

/** How sheets are scored, as data. */
@Controller('v1/scoring-frames')
export class FramesController {
  @Get()
  @Permit('definitions:read')
  @documentRead('frames')
  all(): { readonly frames: readonly Head[] } {
    return {
      frames: frames.map(({ code, version, name, level, province, validFrom }) => ({
        ...{ code, version, name, level, validFrom },
        ...(province === undefined ? {} : { province }),
      })),
    };
  }

  @Get(':code')
  @Permit('definitions:read')
  @documentRead('frame')
  one(@Param() { code }: CodeParams): ScoringFrame {
    return frameOf(code);
  }
}
