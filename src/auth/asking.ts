import { createParamDecorator } from '@nestjs/common';
import { demonstrationViewer, type Viewer } from './viewer.js';

/** The viewer of a request. There is no login yet, and the server answers nobody but the machine it runs on. */
export const Asking = createParamDecorator((): Viewer => demonstrationViewer);
